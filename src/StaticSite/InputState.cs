using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Read;

namespace StaticSite;

/// <summary>What stands under input/ and theme/ now, for whoever wants to know whether a build is older.</summary>
internal static class InputState
{
    /// <param name="root">Full path of the folder that holds both.</param>
    /// <returns>What a build of today would write down; null where a file cannot be read.</returns>
    public static string? FindFingerprint(string root, CancellationToken cancellation)
    {
        var files = SiteReader.List(root).Value.All.ToImmutableArray();
        var digests = new (string Path, Digest? Digest)[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            var content = SourceReader.ReadContent(files[index]).Value;
            digests[index] = (files[index].Path, content is null ? null : Digest.Parse(content.Hash));
        });
        return digests.Any(file => file.Digest is null) ? null : InputFingerprint.Of(digests.Select(file => (file.Path, file.Digest!.Value)));
    }
}
