using System.Collections.Frozen;

namespace StaticSite.Parse;

/// <summary>Names of CSL 1.0.2: variables (appendix IV), and those that Zotero and Pandoc write besides.</summary>
internal static class CslVocabulary
{
    public static readonly FrozenSet<string> Names = Set("""
        author chair collection-editor compiler composer container-author contributor curator director editor editorial-director
        editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer
        recipient reviewed-author script-writer series-creator translator
        """);

    public static readonly FrozenSet<string> Dates = Set("accessed available-date event-date issued original-date submitted");

    public static readonly FrozenSet<string> NameParts = Set("""
        family given literal suffix dropping-particle non-dropping-particle comma-suffix static-ordering parse-names isInstitution
        """);

    /// <summary>Keys of an item that hold one text.</summary>
    public static readonly FrozenSet<string> Texts = Set("""
        id type language text abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
        citation-key citation-label citation-number collection-number collection-title container-title container-title-short dimensions
        division DOI edition event event-place event-title first-reference-note-number genre ISBN ISSN issue journalAbbreviation jurisdiction
        keyword license locator medium note number number-of-pages number-of-volumes original-publisher original-publisher-place
        original-title page page-first part-number part-title PMCID PMID printing-number publisher publisher-place references
        reviewed-genre reviewed-title scale section shortTitle source status supplement-number title title-short URL version volume
        volume-title volume-title-short year-suffix
        """);

    /// <summary>Keys that reference managers write and that are no text of the work.</summary>
    public static readonly FrozenSet<string> Ignored = Set("categories custom collapse system_id");

    private static readonly FrozenDictionary<string, string> s_identifiers =
        new[] { "DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL" }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name as CSL writes it: "doi" is "DOI".</summary>
    public static string Canonical(string key) => s_identifiers.TryGetValue(key, out var canonical) ? canonical : key;

    public static bool IsKnown(string key) =>
        Texts.Contains(key) || Names.Contains(key) || Dates.Contains(key) || Ignored.Contains(key);

    /// <summary>The known key that was probably meant; null where none is near.</summary>
    public static string? FindNearest(string key) =>
        Model.Nearest.Find(key, Texts.Concat(Names).Concat(Dates).Order(StringComparer.Ordinal));

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
