using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Publishing;

/// <summary>One state of the site that was published.</summary>
/// <param name="Number">Counts up at each target.</param>
/// <param name="RestoredFrom">The id of the release that a rollback brought back.</param>
internal sealed partial record Release(string Id, int Number, DateTimeOffset Time, int Files, long Bytes, string? RestoredFrom = null)
{
    /// <param name="last">The release before, or the newest that was begun: times at one target only go up, whatever a clock does.</param>
    public static Release Create(IReadOnlyCollection<ReleaseFile> files, DateTimeOffset now, Release? last, string? restoredFrom = null)
    {
        var seconds = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var time = last is not null && seconds <= last.Time ? last.Time.AddSeconds(1) : seconds;
        var number = (last?.Number ?? 0) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{number}");
        var served = files.Where(file => !file.IsVariant).ToList();
        return new Release(id, number, time, served.Count, served.Sum(file => file.Length), restoredFrom);
    }

    public static bool IsId(string text) => IdPattern().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{8}T[0-9]{6}Z-[0-9]{1,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}

/// <summary>A release with all its files: enough to bring it back.</summary>
internal sealed record ReleaseSnapshot(Release Release, ImmutableArray<ReleaseFile> Files);

/// <summary>What a target remembers of itself.</summary>
/// <param name="Releases">Those that can be brought back, newest first; the first is served.</param>
/// <param name="Files">The files of the first.</param>
/// <param name="Contents">The number of the last release that used a content, by its hash: all that is kept for rollbacks.</param>
/// <param name="CreateOnlyWrite">The kind of write that was found to work here.</param>
internal sealed record TargetManifest(
    ImmutableArray<Release> Releases,
    ImmutableSortedDictionary<string, ReleaseFile> Files,
    ImmutableSortedDictionary<string, KeptAsset> Kept,
    ImmutableDictionary<string, int> Contents,
    string CreateOnlyWrite)
{
    public Release Current => Releases[0];
}
