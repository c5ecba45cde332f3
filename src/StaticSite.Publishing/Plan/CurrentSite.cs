using System.Collections.Immutable;

namespace StaticSite.Publishing.Plan;

/// <summary>What stands at a target.</summary>
/// <param name="Files">Only what staticsite wrote.</param>
/// <param name="Contents">Hashes of what need not be sent, because the target has it.</param>
internal sealed record CurrentSite(
    ImmutableSortedDictionary<string, ReleaseFile> Files,
    ImmutableSortedDictionary<string, KeptAsset> Kept,
    IReadOnlySet<string> Contents)
{
    public static ImmutableSortedDictionary<string, ReleaseFile> NoFiles { get; } = ImmutableSortedDictionary.Create<string, ReleaseFile>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, KeptAsset> NothingKept { get; } = ImmutableSortedDictionary.Create<string, KeptAsset>(StringComparer.Ordinal);

    public static CurrentSite Empty { get; } = new(NoFiles, NothingKept, ImmutableHashSet<string>.Empty);

    public static CurrentSite Of(TargetManifest manifest) => new(manifest.Files, manifest.Kept, manifest.Contents.Keys.ToImmutableHashSet(StringComparer.Ordinal));

    public ReleaseFile? Find(string path) => Files.GetValueOrDefault(path) ?? Kept.GetValueOrDefault(path)?.File;
}
