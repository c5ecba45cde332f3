using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>What states and changes are called on the command line.</summary>
internal static class TranslationWords
{
    /// <summary>In the order in which a summary counts them: what needs work first.</summary>
    private static readonly ImmutableArray<TranslationStatus> s_order =
        [TranslationStatus.Outdated, TranslationStatus.Missing, TranslationStatus.Unconfirmed, TranslationStatus.UpToDate, TranslationStatus.NotWanted];

    public static IEnumerable<string> States => s_order.Select(Of);

    public static string Of(TranslationStatus status) => status switch
    {
        TranslationStatus.UpToDate => "up-to-date",
        TranslationStatus.Unconfirmed => "unconfirmed",
        TranslationStatus.Outdated => "outdated",
        TranslationStatus.Missing => "missing",
        _ => "not-wanted",
    };

    public static string Of(SectionChangeKind change) => change switch
    {
        SectionChangeKind.Added => "added",
        SectionChangeKind.Removed => "removed",
        SectionChangeKind.Renamed => "renamed",
        _ => "changed",
    };

    public static string NameOf(TextSection section) => section.Id switch
    {
        TextSection.TitleId => "(title)",
        TextSection.StartId => "(start)",
        _ => section.Heading.Length > 0 ? section.Heading : section.Id,
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"Results (changed), Methods (added)".</summary>
    public static string Sections(TranslationState state) => string.Join(
        ", ", state.Sections.Select(section => $"{NameOf(section.Change.Section)}{(section.Change.Kind == SectionChangeKind.Changed ? "" : $" ({Of(section.Change.Kind)})")}"));

    public static string Summary(IReadOnlyCollection<TranslationState> states)
    {
        var counts = states.CountBy(state => state.Status).ToDictionary();
        var parts = s_order.Where(counts.ContainsKey).Select(status => string.Create(CultureInfo.InvariantCulture, $"{counts[status]} {Of(status)}")).ToList();
        var all = states.Count == 1 ? "1 translation" : string.Create(CultureInfo.InvariantCulture, $"{states.Count} translations");
        return parts.Count == 0 ? $"{all}." : $"{all}: {string.Join(", ", parts)}.";
    }
}
