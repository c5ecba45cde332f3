using System.Collections.Frozen;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>Names of fields, and what is known of each.</summary>
internal static class BibTexFieldNames
{
    /// <summary>Other names of the same field.</summary>
    private static readonly Dictionary<string, string> s_aliases = WordTable.Pairs("""
        journaltitle journal location address archiveprefix eprinttype primaryclass eprintclass hyphenation langid pmc pmcid keyword keywords
        lastchecked urldate accessed urldate page pages journalabbr shortjournal journal-iso shortjournal eventplace venue conference eventtitle
        articleno eid article-number eid numpages pagetotal
        """, StringComparer.Ordinal);

    /// <summary>Fields that are read one by one, and those that are known to be no matter of the printed entry.</summary>
    private const string Others = """
        title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon journal journalsubtitle journaltitleaddon
        publisher address institution school organization howpublished edition number issue pages eid note addendum type pubstate langid language
        date year month day eprint eprinttype eprintclass editor editortype editora editoratype editorb editorbtype editorc editorctype
        crossref xdata options entrysubtype
        annote annotation annotator commentator afterword foreword introduction authortype bookpagination pagination file pdf local-url key label shorthand
        sortkey sorttitle sortname sortyear presort xref related relatedtype relatedstring relatedoptions ids execute gender indextitle indexsorttitle
        shortauthor shorteditor shortseries shorthandintro nameaddon holder rights copyright owner timestamp creationdate modificationdate groups
        date-added date-modified bdsk-url-1 bdsk-url-2 bdsk-file-1 mendeley-tags mendeley-groups citeulike-article-id added-at biburl bibsource interhash intrahash
        urlraw day-added priority ranking readstatus printed qualityassured relevance comment comments review affiliation coden unique-id researcherid-numbers
        orcid-numbers web-of-science-categories web-of-science-index times-cited number-of-cited-references keywords-plus research-areas author-email da doc-delivery-number
        funding-acknowledgement funding-text journal-iso oa eissn early-access-date usage-count-last-180-days usage-count-since-2013 source document_type abbrev_source_title
        art_number cited_by references correspondence_address1 author_keywords issue_date eventtitleaddon reprinttitle issuetitle issuesubtitle volumetitle origlanguage mrnumber mrclass mrreviewer zblnumber fjournal
        lccn adsurl adsnote slaccitation refid place translated userd usera userb userc usere userf verba verbb verbc lista listb listc listd liste listf namea nameb namec
        """;

    private static readonly FrozenDictionary<string, string> s_names = Build();
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_bySpan = s_names.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string> s_titles = BibTexFields.Plain.Where(field => field.IsTitle).Select(field => field.Field)
        .Concat(["title", "subtitle", "booktitle", "booksubtitle", "maintitle", "mainsubtitle", "journal", "journalsubtitle", "titleaddon", "booktitleaddon", "maintitleaddon"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>In lower case, and by the first of several names that a field has.</summary>
    public static string Canonical(ReadOnlySpan<char> name) => s_bySpan.TryGetValue(name, out var known) ? known : name.ToString().ToLowerInvariant();

    public static bool IsKnown(string name) => s_names.ContainsKey(name);

    /// <summary>Fields that are printed, for "Did you mean …?".</summary>
    public static IEnumerable<string> Known => s_names.Keys.Order(StringComparer.Ordinal);

    public static LatexMode Mode(string field) => field switch
    {
        "doi" or "url" or "eprint" or "pmid" or "pmcid" or "isbn" or "issn" or "date" or "urldate" or "eventdate" or "origdate" => LatexMode.Verbatim,
        _ => s_titles.Contains(field) ? LatexMode.Title : LatexMode.Text,
    };

    private static FrozenDictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in WordTable.Words(Others)
            .Concat(BibTexFields.Plain.Select(field => field.Field)).Concat(BibTexFields.Identifiers.Select(field => field.Field))
            .Concat(BibTexFields.Dates.Select(field => field.Field)).Concat(BibTexFields.Names.Select(field => field.Field)))
        {
            names[name] = name;
        }

        foreach (var (alias, name) in s_aliases)
        {
            names[alias] = name;
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
