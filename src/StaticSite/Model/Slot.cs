using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>A place in a body that Link decides on; Render prints what Link put at the same index of <c>LinkedPage.Targets</c>.</summary>
public abstract record Slot(SourceSpan Where);

/// <summary>Start of a link to a bundle, to a file of this bundle, to an address of the site (<c>/…</c>) or to an anchor of this page (<c>#…</c>). Links out of the site are plain HTML.</summary>
/// <param name="Target">As written, unescaped, without fragment: <c>../other-id/</c>, <c>table.pdf</c>, <c>/wechat.png</c>, or empty.</param>
/// <param name="IsEmpty">The link has no text of its own and takes the target's title.</param>
/// <param name="InRelatedBox">Written inside <c>::: related</c>.</param>
public sealed record LinkStartSlot(SourceSpan Where, string Target, string? Fragment, string? Title, bool IsEmpty, bool InRelatedBox) : Slot(Where);

/// <summary>The end of the link whose start is slot <paramref name="Start"/>.</summary>
public sealed record LinkEndSlot(SourceSpan Where, int Start) : Slot(Where);

/// <summary>One <c>[@a; @b, p. 3]</c> or <c>@a</c>.</summary>
public sealed record CitationSlot(SourceSpan Where, ImmutableArray<Cite> Cites) : Slot(Where);

public enum CiteMode
{
    Normal,

    /// <summary><c>[-@a]</c></summary>
    SuppressAuthor,

    /// <summary><c>@a</c> in running text.</summary>
    InText,
}

/// <summary>One key within a citation.</summary>
/// <param name="Where">The key without <c>@</c>.</param>
/// <param name="Locator">Text after the key that starts with a locator ("p. 3"), else null; the rest is the suffix.</param>
public sealed record Cite(string Key, SourceSpan Where, CiteMode Mode, string Prefix, string? Locator, string Suffix);

/// <summary><c>@fig-id</c>, or the plain words 图1 / Figure 1.</summary>
/// <param name="Id">The anchor; null for plain words, which name a number.</param>
/// <param name="Text">The words as written; null where the label is to be printed.</param>
public sealed record CrossReferenceSlot(SourceSpan Where, CrossReferenceKind Kind, string? Id, string? Number, string? Text) : Slot(Where);

/// <summary>The picture of a figure or an image in running text: an <c>img</c>, or the SVG itself.</summary>
/// <param name="File">As written in the Markdown.</param>
public sealed record ImageSlot(SourceSpan Where, string File, string Alt, string? Title, bool InFigure) : Slot(Where);

/// <summary>The label of a caption: 图1 / Figure 1.</summary>
public sealed record LabelSlot(SourceSpan Where, CrossReferenceKind Kind, string Number) : Slot(Where);

/// <summary>A text of the theme's strings, HTML-escaped when it is printed.</summary>
public sealed record StringSlot(SourceSpan Where, string Key) : Slot(Where);

/// <summary><c>::: {#refs}</c>: the reference list is printed here instead of at the end.</summary>
public sealed record ReferenceListSlot(SourceSpan Where) : Slot(Where);
