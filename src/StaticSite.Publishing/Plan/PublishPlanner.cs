using System.Collections.Immutable;

namespace StaticSite.Publishing.Plan;

/// <summary>Compares; touches nothing.</summary>
internal static class PublishPlanner
{
    /// <param name="desired">The files of the release, each path once.</param>
    /// <param name="keepAssets">How long assets stay that the site no longer has.</param>
    public static PublishPlan Plan(CurrentSite current, IEnumerable<ReleaseFile> desired, DateTimeOffset now, TimeSpan keepAssets)
    {
        var wanted = CurrentSite.NoFiles.AddRange(desired.Select(file => KeyValuePair.Create(file.Path, file)));
        var gone = current.Files.Values.Where(file => !wanted.ContainsKey(file.Path)).ToList();
        var deletions = gone.Where(file => file.Kind != FileKind.Asset || keepAssets <= TimeSpan.Zero).ToImmutableArray();
        var kept = current.Kept.RemoveRange(wanted.Keys.Concat(current.Files.Keys))
            .SetItems(gone.Where(file => file.Kind == FileKind.Asset).Select(file => KeyValuePair.Create(file.Path, new KeptAsset(file, now))));
        var expired = kept.Values.Where(asset => asset.Since + keepAssets <= now).Select(asset => asset.File).ToImmutableArray();
        var files = Compare(current, wanted, deletions);
        return new PublishPlan(
            files,
            Sends(files, current.Contents),
            deletions,
            kept.RemoveRange(expired.Select(file => file.Path)),
            [.. expired.Except(deletions)],
            current.Files.Values.Count(file => !file.IsVariant));
    }

    private static ImmutableArray<PlannedFile> Compare(
        CurrentSite current, ImmutableSortedDictionary<string, ReleaseFile> wanted, ImmutableArray<ReleaseFile> deletions)
    {
        var origins = deletions.Where(file => file is { IsVariant: false, Hash.Length: > 0 })
            .GroupBy(file => file.Hash, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<string>(group.Select(file => file.Path)), StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<PlannedFile>(wanted.Count);
        foreach (var file in wanted.Values)
        {
            files.Add(current.Find(file.Path) is { } standing
                ? CompareOne(standing, file)
                : !file.IsVariant && origins.TryGetValue(file.Hash, out var paths) && paths.TryDequeue(out var from)
                    ? new PlannedFile(file, FileState.Moved, from)
                    : new PlannedFile(file, FileState.New));
        }

        return files.MoveToImmutable();
    }

    /// <summary>What is unchanged keeps the tag that the target gave it.</summary>
    private static PlannedFile CompareOne(ReleaseFile standing, ReleaseFile file)
    {
        if (!standing.HasSameContent(file))
        {
            return new PlannedFile(file, FileState.Changed);
        }

        return standing.Headers.Equals(file.Headers)
            ? new PlannedFile(file with { Tag = standing.Tag }, FileState.Unchanged)
            : new PlannedFile(file, FileState.Relabelled);
    }

    private static ImmutableArray<ReleaseFile> Sends(ImmutableArray<PlannedFile> files, IReadOnlySet<string> contents) =>
    [
        .. files.Where(file => file.State != FileState.Unchanged && !contents.Contains(file.File.Hash))
            .Select(file => file.File)
            .DistinctBy(file => file.Hash, StringComparer.Ordinal),
    ];
}
