using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing.Releases;

/// <summary>The files that a release is to have.</summary>
/// <param name="Sources">Bytes by hash; none where a release is brought back.</param>
/// <param name="RestoredFrom">The release that is brought back.</param>
internal sealed record DesiredFiles(
    IReadOnlyDictionary<string, ReleaseFile> Files, IReadOnlyDictionary<string, LocalFile> Sources, ReleaseSnapshot? RestoredFrom = null)
{
    /// <summary>A file of the site wins over the compressed form of another that would have its name.</summary>
    public static DesiredFiles Of(StagedSite site, ITarget target)
    {
        var files = new Dictionary<string, ReleaseFile>(StringComparer.Ordinal);
        var sources = new Dictionary<string, LocalFile>(StringComparer.Ordinal);
        foreach (var (file, source) in target.Select(site))
        {
            if (!file.IsVariant || !files.ContainsKey(file.Path))
            {
                files[file.Path] = file;
            }

            sources.TryAdd(file.Hash, source);
        }

        return new DesiredFiles(files, sources);
    }

    public static DesiredFiles Of(ReleaseSnapshot snapshot) => new(
        snapshot.Files.ToDictionary(file => file.Path, StringComparer.Ordinal),
        new Dictionary<string, LocalFile>(),
        snapshot);

    public bool Equal(TargetManifest manifest) =>
        manifest.Files.Count == Files.Count
        && manifest.Files.Values.All(file => Files.TryGetValue(file.Path, out var one) && one.HasSameContent(file) && one.Headers.Equals(file.Headers));
}
