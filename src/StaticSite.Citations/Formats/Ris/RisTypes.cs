using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StaticSite.Citations.Formats.Ris;

/// <summary>Types of RIS, and what CSL calls them.</summary>
internal static class RisTypes
{
    private static readonly FrozenDictionary<string, string> s_types = WordTable.Pairs("""
        ABST article-journal ADVS motion_picture AGGR dataset ANCIENT classic ART graphic BILL bill BLOG post-weblog BOOK book CASE legal_case CHAP chapter CHART figure
        CLSWK classic COMP software CONF paper-conference CPAPER paper-conference CTLG book DATA dataset DBASE dataset DICT entry-dictionary EBOOK book ECHAP chapter
        EDBOOK book EJOUR article-journal ELEC webpage ENCYC entry-encyclopedia EQUA figure FIGURE figure GEN document GOVDOC report GRANT report GRNT report HEAR hearing
        ICOMM webpage INPR article-journal INTV interview JFULL periodical JOUR article-journal LEGAL regulation MANSCPT manuscript MAP map MGZN article-magazine
        MPCT motion_picture MULTI webpage MUSIC musical_score NEWS article-newspaper PAMP pamphlet PAT patent PCOMM personal_communication POD broadcast RPRT report
        SER book SLIDE speech SOUND song STAND standard STD standard STAT legislation THES thesis UNBILL bill UNPB manuscript UNPD manuscript VIDEO motion_picture WEB webpage
        """, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ImmutableArray<string> Known { get; } = [.. s_types.Keys.Order(StringComparer.Ordinal)];

    public static string? FindCsl(string type) => s_types.TryGetValue(type, out var csl) ? csl : null;

    /// <summary>The one that reads back as the same CSL type; GEN where RIS has none.</summary>
    public static string FromCsl(string type) => type switch
    {
        "article" or "manuscript" => "UNPB",
        "article-journal" or "review" or "review-book" => "JOUR",
        "article-magazine" => "MGZN",
        "article-newspaper" => "NEWS",
        "bill" => "BILL",
        "book" or "collection" => "BOOK",
        "broadcast" => "POD",
        "chapter" => "CHAP",
        "classic" => "CLSWK",
        "dataset" => "DATA",
        "entry" or "entry-encyclopedia" => "ENCYC",
        "entry-dictionary" => "DICT",
        "figure" => "FIGURE",
        "graphic" => "ART",
        "hearing" => "HEAR",
        "interview" => "INTV",
        "legal_case" => "CASE",
        "legislation" => "STAT",
        "map" => "MAP",
        "motion_picture" => "MPCT",
        "musical_score" => "MUSIC",
        "pamphlet" => "PAMP",
        "paper-conference" => "CPAPER",
        "patent" => "PAT",
        "periodical" => "JFULL",
        "personal_communication" => "PCOMM",
        "post-weblog" or "post" => "BLOG",
        "regulation" => "LEGAL",
        "report" => "RPRT",
        "software" => "COMP",
        "song" => "SOUND",
        "speech" => "SLIDE",
        "standard" => "STAND",
        "thesis" => "THES",
        "webpage" => "ELEC",
        _ => "GEN",
    };
}
