using StaticSite.Model;

namespace StaticSite;

/// <summary>The whole flow of a build.</summary>
internal static class SiteBuild
{
    public static BuildResult Run(BuildOptions options, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new BuildProgress("read", 0, 0));
        throw new IOException($"'{options.Root}' cannot be built yet.");
    }
}
