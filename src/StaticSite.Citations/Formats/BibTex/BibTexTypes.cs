using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>Entry types of BibTeX and BibLaTeX, and what CSL calls them.</summary>
internal static class BibTexTypes
{
    /// <summary>Entries that are no works.</summary>
    private static readonly string[] s_commands = ["comment", "preamble", "string", "set", "xdata"];

    private static readonly FrozenDictionary<string, string> s_types = WordTable.Pairs("""
        article article-journal artwork graphic audio song bibnote document book book bookinbook chapter booklet pamphlet collection book
        commentary document conference paper-conference customa document customb document customc document customd document custome document
        customf document dataset dataset electronic webpage image graphic inbook chapter incollection chapter inproceedings paper-conference
        inreference entry-encyclopedia jurisdiction legal_case legal treaty legislation legislation letter personal_communication manual book
        mastersthesis thesis misc document movie motion_picture music song mvbook book mvcollection book mvproceedings book mvreference book
        newspaper article-newspaper online webpage patent patent performance performance periodical periodical phdthesis thesis preprint article
        proceedings book reference book report report review review software software standard standard suppbook chapter suppcollection chapter
        suppperiodical article-journal techreport report thesis thesis unpublished manuscript video motion_picture webpage webpage www webpage
        """, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_canonical =
        s_types.Keys.Concat(s_commands).ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Types that an author can write, for "Did you mean …?".</summary>
    public static ImmutableArray<string> Known { get; } = [.. s_types.Keys.Concat(s_commands).Order(StringComparer.Ordinal)];

    public static bool IsKnown(ReadOnlySpan<char> name) => s_canonical.ContainsKey(name);

    public static string Canonical(ReadOnlySpan<char> name) => s_canonical.TryGetValue(name, out var known) ? known : name.ToString().ToLowerInvariant();

    public static bool IsWork(string type) => type is not ("set" or "xdata");

    public static string? FindCsl(string type) => s_types.TryGetValue(type, out var csl) ? csl : null;

    /// <summary>What the entry says besides its type counts too: a preprint is a <c>@misc</c>, a newspaper's piece an <c>@article</c>.</summary>
    public static string Csl(RawEntry entry)
    {
        if (entry.Find("entrysubtype") is { } subtype && FindSubtype(subtype.Value) is { } named)
        {
            return named;
        }

        return entry.Type switch
        {
            "article" or "misc" or "unpublished" or "online" when IsPreprint(entry) => "article",
            "misc" when entry.Find("doi") is null && (entry.Find("url") ?? entry.Find("howpublished")) is { } source && IsAddress(source.Value) => "webpage",
            // BibTeX's own @inbook is a part of the book that it names.
            "inbook" when entry.Find("booktitle") is null && entry.Find("maintitle") is null => "book",
            _ => FindCsl(entry.Type) ?? "document",
        };
    }

    private static string? FindSubtype(string subtype) => subtype.Trim().ToLowerInvariant() switch
    {
        "magazine" => "article-magazine",
        "newspaper" => "article-newspaper",
        var other => CslTypes.All.Contains(other) ? other : null,
    };

    private static bool IsPreprint(RawEntry entry) =>
        entry.Find("journal") is null && entry.Find("eprint") is not null
        && (entry.Find("eprinttype")?.Value.Trim() ?? "arxiv").ToLowerInvariant() is "arxiv" or "biorxiv" or "medrxiv" or "chemrxiv" or "ssrn" or "psyarxiv" or "chinaxiv";

    private static bool IsAddress(string value) => value.Contains("://", StringComparison.Ordinal) || value.Contains("\\url", StringComparison.Ordinal);
}
