using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite;

/// <summary>The program's own name, for <c>--version</c>, the manifest and the pages' generator mark.</summary>
internal static class SiteGenerator
{
    public static string NameAndVersion { get; } = $"staticsite {typeof(SiteGenerator).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Changes whenever what the program does may have changed: its code, the packages that it was compiled against, the runtime.</summary>
    public static Digest Identity { get; } = DigestBuilder.Start()
        .Add(typeof(SiteGenerator).Module.ModuleVersionId.ToString())
        .Add(typeof(Item).Module.ModuleVersionId.ToString())
        .Add(Environment.Version.ToString())
        .Finish();
}
