using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Staging;

/// <summary>What stands in the files that their policy keeps from working. The same thing on many pages is one mistake, in the theme.</summary>
internal static class PolicyOffences
{
    public static ImmutableArray<Diagnostic> Find(IEnumerable<ReadContent> contents, string shownAs) =>
    [
        .. contents
            .SelectMany(content => content.Use.Offences, (content, offending) => (content.Path, Offending: offending))
            .GroupBy(found => found.Offending, found => found.Path)
            .Select(same => (Offending: same.Key, First: same.Min(StringComparer.Ordinal)!, Others: same.Count() - 1))
            .OrderBy(found => found.First, StringComparer.Ordinal)
            .ThenBy(found => found.Offending.Excerpt, StringComparer.Ordinal)
            .Select(found => found.Offending.Offence == Offence.StyleInPicture
                ? StagingDiagnostics.StyleInPicture(shownAs, found.First, found.Offending, found.Others)
                : StagingDiagnostics.AgainstPolicy(shownAs, found.First, found.Offending, found.Others)),
    ];
}
