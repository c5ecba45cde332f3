using StaticSite.Model;

namespace StaticSite.Read;

/// <summary>The <see cref="InputFingerprint"/> of the files that stand under a root now: whether an output is older than its sources.</summary>
internal static class SourceFingerprint
{
    public static string Of(string root, CancellationToken cancellation)
    {
        var files = SiteReader.List(root).Value.All.ToArray();
        var digests = new Digest?[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellation }, index =>
            digests[index] = SourceReader.ReadContent(files[index]).Value is { } content ? Digest.Parse(content.Hash) : null);
        return InputFingerprint.Of(files.Zip(digests).Where(file => file.Second is not null).Select(file => (file.First.Path, file.Second!.Value)));
    }
}
