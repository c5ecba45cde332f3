using System.Collections.Frozen;

namespace StaticSite.Parse;

/// <summary>What the key of an item holds.</summary>
internal enum CslKey
{
    /// <summary>Reference managers write keys of their own.</summary>
    Unknown,

    /// <summary>No text of the work.</summary>
    Ignored,
    Names,
    Date,
    Text,
}

/// <summary>Names of CSL 1.0.2: variables (appendix IV), and those that Zotero and Pandoc write besides.</summary>
internal static class CslVocabulary
{
    private static readonly string[] s_names = Words("""
        author chair collection-editor compiler composer container-author contributor curator director editor editorial-director
        editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer producer
        recipient reviewed-author script-writer series-creator translator
        """);

    private static readonly string[] s_dates = Words("accessed available-date event-date issued original-date submitted");

    private static readonly string[] s_texts = Words("""
        id type language text abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
        citation-key citation-label citation-number collection-number collection-title container-title container-title-short dimensions
        division DOI edition event event-place event-title first-reference-note-number genre ISBN ISSN issue journalAbbreviation jurisdiction
        keyword license locator medium note number number-of-pages number-of-volumes original-publisher original-publisher-place
        original-title page page-first part-number part-title PMCID PMID printing-number publisher publisher-place references
        reviewed-genre reviewed-title scale section shortTitle source status supplement-number title title-short URL version volume
        volume-title volume-title-short year-suffix
        """);

    private static readonly string[] s_ignored = Words("categories custom collapse system_id");

    private static readonly FrozenDictionary<string, string> s_identifiers =
        new[] { "DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL" }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CslKey> s_keys =
        s_texts.Select(key => (key, CslKey.Text))
            .Concat(s_names.Select(key => (key, CslKey.Names)))
            .Concat(s_dates.Select(key => (key, CslKey.Date)))
            .Concat(s_ignored.Select(key => (key, CslKey.Ignored)))
            .ToFrozenDictionary(pair => pair.key, pair => pair.Item2, StringComparer.Ordinal);

    /// <param name="canonical">The key as CSL writes it: "doi" is "DOI".</param>
    public static CslKey Find(string key, out string canonical)
    {
        if (s_keys.TryGetValue(key, out var found))
        {
            canonical = key;
            return found;
        }

        canonical = s_identifiers.GetValueOrDefault(key, key);
        return s_keys.GetValueOrDefault(canonical);
    }

    /// <summary>Whether an item may have it, written as CSL writes it.</summary>
    public static bool IsKnown(string key) => s_keys.ContainsKey(key);

    /// <summary>The known key that was probably meant; null where none is near.</summary>
    public static string? FindNearest(string key) =>
        Model.Nearest.Find(key, s_texts.Concat(s_names).Concat(s_dates).Order(StringComparer.Ordinal));

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
