using System.Collections.Immutable;

namespace StaticSite.Publishing.Plan;

/// <summary>One file as a listing of the target shows it.</summary>
internal readonly record struct StandingFile(string Path, long Length, string Tag);

/// <summary>Files that are known to have been published at some time.</summary>
/// <param name="Manifest">Null where it is missing or damaged.</param>
/// <param name="Snapshots">Of all releases that the target remembers, finished or not, newest first.</param>
internal sealed record KnownFiles(TargetManifest? Manifest, ImmutableArray<ReleaseSnapshot> Snapshots)
{
    public IEnumerable<ReleaseFile> All =>
        (Manifest is null ? [] : Manifest.Files.Values.Concat(Manifest.Kept.Values.Select(asset => asset.File)))
        .Concat(Snapshots.SelectMany(snapshot => snapshot.Files));
}

/// <summary>What a listing finds that a manifest does not say.</summary>
/// <param name="Changed">Other bytes than those that were published.</param>
/// <param name="Foreign">Files that staticsite never wrote. They are never touched, unless the site has a file of that name.</param>
internal sealed record Differences(ImmutableArray<string> Changed, ImmutableArray<string> Missing, ImmutableArray<string> Foreign)
{
    public static Differences None { get; } = new([], [], []);

    public bool IsEmpty => Changed.IsEmpty && Missing.IsEmpty;
}

/// <summary>What stands at a target where its manifest cannot be trusted: a listing, explained by everything that was ever published.</summary>
/// <param name="tagOf">The tag that the target would show for a file of the release; null where its bytes are not at hand.</param>
internal sealed class Inventory(KnownFiles known, IReadOnlyDictionary<string, ReleaseFile> desired, Func<ReleaseFile, string?> tagOf)
{
    private readonly ILookup<string, ReleaseFile> _known = known.All.ToLookup(file => file.Path, StringComparer.Ordinal);

    /// <param name="contents">Hashes that the target was seen to have.</param>
    public CurrentSite Explain(IEnumerable<StandingFile> listing, IReadOnlySet<string> contents)
    {
        var files = CurrentSite.NoFiles.ToBuilder();
        var kept = CurrentSite.NothingKept.ToBuilder();
        foreach (var standing in listing)
        {
            if (!_known.Contains(standing.Path) && !desired.ContainsKey(standing.Path))
            {
                continue;
            }

            var file = Identify(standing);
            if (known.Manifest?.Kept.GetValueOrDefault(standing.Path) is { } asset && asset.File.HasSameContent(file))
            {
                kept[standing.Path] = asset with { File = file };
            }
            else
            {
                files[standing.Path] = file;
            }
        }

        return new CurrentSite(files.ToImmutable(), kept.ToImmutable(), contents);
    }

    /// <summary>Only what a manifest says can be contradicted.</summary>
    public Differences Compare(IReadOnlyCollection<StandingFile> listing)
    {
        if (known.Manifest is not { } manifest)
        {
            return Differences.None;
        }

        var expected = manifest.Kept.Values.Select(asset => asset.File).Concat(manifest.Files.Values).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var standing = listing.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return new Differences(
            [.. listing.Where(file => expected.TryGetValue(file.Path, out var one) && !Matches(one, file)).Select(file => file.Path).Order(StringComparer.Ordinal)],
            [.. expected.Keys.Where(path => !standing.Contains(path)).Order(StringComparer.Ordinal)],
            [.. standing.Where(path => !expected.ContainsKey(path) && !_known.Contains(path)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Where the same bytes were published under several headers, no listing tells which of them stand there.</summary>
    private ReleaseFile Identify(StandingFile standing)
    {
        var matches = _known[standing.Path].Where(file => Matches(file, standing)).ToList();
        if (matches is [var first, .. var others])
        {
            return others.All(file => file.Headers.Equals(first.Headers)) ? first : first with { Headers = HeaderSet.Unknown };
        }

        var template = desired.GetValueOrDefault(standing.Path) ?? _known[standing.Path].First();
        var isDesired = desired.TryGetValue(standing.Path, out var wanted) && wanted.Length == standing.Length && tagOf(wanted) == standing.Tag;
        return template with { Hash = isDesired ? template.Hash : "", Length = standing.Length, Headers = HeaderSet.Unknown, Tag = standing.Tag };
    }

    private static bool Matches(ReleaseFile file, StandingFile standing) =>
        file.Length == standing.Length && file.Tag == standing.Tag && file.Tag.Length > 0;
}
