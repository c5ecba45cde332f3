using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What one file says about itself together with what it takes from its source language; each value remembers the file that named it.</summary>
internal sealed record PageFacts(
    ParsedBundle Bundle,
    ParsedPage Page,
    Language SourceLanguage,
    Located<PublicationDate>? Date,
    Located<string>? Category,
    ImmutableArray<Located<string>> Tags,
    ImmutableArray<Located<string>> Authors,
    ImmutableArray<Located<string>> ReviewedBy,
    PublicationDate? Reviewed,
    ImmutableArray<Located<ReferenceEntry>> References,
    ImmutableArray<Located<ReferenceEntry>> NoCite,
    ImmutableArray<Located<string>> Disclaimers,
    Located<string>? Cover,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public Language Language => Page.Id.Language;

    public FrontMatter FrontMatter => Page.FrontMatter;

    /// <summary>The file as a whole, for what is said about no word of it.</summary>
    public SourceSpan Start => new(Page.Path, 0, 0);

    public string Slug => FrontMatter.Slug?.Value ?? Bundle.Id.Value;

    public bool IsArticle => Page.Kind == BundleKind.Article;

    /// <summary>Whether the page has a reference list, and with it the anchor <c>references</c>.</summary>
    public bool HasReferences => !References.IsEmpty || !NoCite.IsEmpty || Page.HasCitations;
}
