using System.Collections.Immutable;

namespace StaticSite.Citations.Csl;

public enum CiteMode
{
    /// <summary>As the style has it.</summary>
    Normal,

    /// <summary>Without the author, whom the sentence names already.</summary>
    SuppressAuthor,

    /// <summary>Nothing but the author.</summary>
    AuthorOnly,

    /// <summary>The author as a part of the sentence, and then the citation without the author: <c>Choi et al. [1]</c>.</summary>
    InText,
}

public enum CitePosition
{
    First,
    Subsequent,
    Ibid,
    IbidWithLocator,
}

/// <summary>One work within a citation.</summary>
/// <param name="Id">The id of an item of the document; a question mark stands for one that does not exist.</param>
public sealed record Cite(string Id)
{
    public string? Locator { get; init; }

    /// <summary>What the locator counts, as CSL names it: <c>page</c>, <c>chapter</c>, <c>figure</c> …</summary>
    public string? LocatorLabel { get; init; }

    /// <summary>Text before the cite; the tags that CSL-JSON allows are markup in it.</summary>
    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";
    public CiteMode Mode { get; init; }

    /// <summary>Where the caller knows the position better; else it is found from the order of the clusters.</summary>
    public CitePosition? Position { get; init; }

    /// <summary>As <see cref="Position"/>: the work was cited a few notes before.</summary>
    public bool? IsNearNote { get; init; }
}

/// <summary>The works cited at one place of a document.</summary>
/// <param name="Note">The number of the note that holds the citation; 0 for a citation in the text.</param>
public sealed record CiteCluster(ImmutableArray<Cite> Cites, int Note = 0);

/// <summary>A piece of a formatted citation, in the order of print.</summary>
/// <param name="Html">Safe and balanced; without links.</param>
/// <param name="Cite">The index of the cite in its cluster as it was given, where the piece is that cite's number or text.</param>
public sealed record CitationRun(string Html, int? Cite);

/// <param name="Html">The whole; <paramref name="Runs"/> are the same in pieces.</param>
public sealed record FormattedCitation(string Html, ImmutableArray<CitationRun> Runs)
{
    /// <summary>The citation as plain text.</summary>
    public string Text => Output.PlainHtml.ToText(Html);
}

/// <summary>Which forms of each entry a caller wants; what nobody wants is not made.</summary>
[Flags]
public enum EntryForms
{
    None = 0,

    /// <summary>As the style prints it.</summary>
    Full = 1,

    /// <summary>For lists that number their entries themselves.</summary>
    WithoutNumber = 2,

    Both = Full | WithoutNumber,
}

/// <summary>An entry of the list.</summary>
/// <param name="Html">Safe. Formatting is by elements and classes, never by inline styles. Empty where it was not asked for.</param>
public sealed record BibliographyEntry(string Id, int Number, string Html)
{
    /// <summary>Of the item, among those that were given.</summary>
    public int Index { get; init; }

    /// <summary>
    /// The entry without the number at its head, for lists that number their entries themselves; the same as
    /// <see cref="Html"/> where the style prints none. Empty where it was not asked for.
    /// </summary>
    public string HtmlWithoutNumber { get; init; } = Html;

    /// <summary>The style prints a number at the entry's head.</summary>
    public bool HasNumber { get; init; }

    /// <summary>The entry as plain text.</summary>
    public string Text => Output.PlainHtml.ToText(Html);
}

/// <summary>A formatted list, and how the style wants it set.</summary>
public sealed record FormattedBibliography(ImmutableArray<BibliographyEntry> Entries)
{
    public bool HangingIndent { get; init; }
    public bool HasSecondFieldAlign { get; init; }
    public int LineSpacing { get; init; } = 1;
    public int EntrySpacing { get; init; } = 1;
}

/// <param name="Citations">In the order of the clusters.</param>
/// <param name="Bibliography">Null where the style has none.</param>
public sealed record CslDocument(ImmutableArray<FormattedCitation> Citations, FormattedBibliography? Bibliography);
