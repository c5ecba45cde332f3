namespace StaticSite.Citations.Formats.BibTex;

/// <summary>Fields that become a CSL variable as they are.</summary>
internal static class BibTexFields
{
    /// <summary>Field, CSL variable, and whether it is a title, in which braces keep letter case.</summary>
    public static readonly (string Field, string Variable, bool IsTitle)[] Plain =
    [
        ("abstract", "abstract", false), ("chapter", "chapter-number", false), ("eventtitle", "event-title", true), ("keywords", "keyword", false),
        ("library", "call-number", false), ("origpublisher", "original-publisher", false), ("origlocation", "original-publisher-place", false),
        ("origtitle", "original-title", true), ("pagetotal", "number-of-pages", false), ("part", "part-number", false), ("series", "collection-title", true),
        ("shortjournal", "container-title-short", true), ("shorttitle", "title-short", true), ("venue", "event-place", false), ("version", "version", false),
        ("volume", "volume", false), ("volumes", "number-of-volumes", false), ("medium", "medium", false), ("archive", "archive", false),
    ];

    public static readonly (string Field, string Variable)[] Identifiers =
    [
        ("doi", "DOI"), ("isbn", "ISBN"), ("issn", "ISSN"), ("pmid", "PMID"), ("pmcid", "PMCID"), ("url", "URL"),
    ];

    public static readonly (string Field, string Variable)[] Dates =
    [
        ("eventdate", "event-date"), ("origdate", "original-date"), ("urldate", "accessed"),
    ];

    public static readonly (string Field, string Variable)[] Names =
    [
        ("author", "author"), ("translator", "translator"), ("bookauthor", "container-author"), ("director", "director"),
        ("illustrator", "illustrator"), ("serieseditor", "collection-editor"),
    ];
}
