using System.Collections.Immutable;
using System.Globalization;

namespace StaticSite.Model;

/// <summary>What Link decided for one slot; at the slot's index in <see cref="LinkedPage.Targets"/>.</summary>
public abstract record Target;

/// <summary>Nothing to print: the slot's error has been reported, or the slot says all itself.</summary>
public sealed record NoTarget : Target
{
    public static NoTarget Instance { get; } = new();
}

/// <param name="Url">Escaped address with fragment, ready for href; null where the link was refused.</param>
/// <param name="Title">The target page's title, for a link without text.</param>
/// <param name="OtherLanguage">Set where the target exists in another language only.</param>
public sealed record LinkTarget(string? Url, string? Title, LanguageInfo? OtherLanguage) : Target
{
    /// <summary>The file of the page that it leads to; null for what is no page.</summary>
    public string? SourcePath { get; init; }
}

/// <summary>A citation resolved: its cites in the order they were written.</summary>
public sealed record CitationTarget(ImmutableArray<ResolvedCite> Cites) : Target;

/// <param name="Number">One-based place in the list; null where the key does not exist (reported).</param>
/// <param name="Anchor">The id of this place, unique on the page, where the entry's back link leads (<c>cite-choi2020-2</c>).</param>
public readonly record struct ResolvedCite(Cite Cite, int? Number, CiteAnchor Anchor);

/// <summary>The id of a place that cites; as text <c>cite-choi2020-2</c>.</summary>
/// <param name="Start">All but the number: <c>cite-choi2020-</c>.</param>
/// <param name="Place">Counts the places that cite the work.</param>
public readonly record struct CiteAnchor(string Start, int Place)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start}{Place}");
}

/// <param name="Id">The anchor on this page; null where nothing was found (reported), then the words are printed plain.</param>
public sealed record CrossReferenceTarget(CrossReferenceKind Kind, string? Id, string Number) : Target;

/// <param name="File">The language's own variant; null where the file is missing (reported).</param>
public sealed record ImageTarget(BundleFile? File, SiteUrl? Url) : Target;

/// <summary>One entry of a page's reference list.</summary>
/// <param name="Number">One-based, in order of first citation, then the uncited ones.</param>
/// <param name="Anchors">The places that cite it, in order; empty for uncited works.</param>
public sealed record ReferenceListEntry(int Number, Work Work, ImmutableArray<CiteAnchor> Anchors)
{
    /// <summary>The entry's anchor, unique on the page.</summary>
    public string Id { get; init; } = $"ref-{AnchorName.Of(Work.Id)}";
}

/// <summary>A page that another one refers to, as far as a list shows it.</summary>
public sealed record PageSummary(
    PageId Id, BundleKind Kind, SiteUrl Url, string Title, string Description, PublicationDate? Date, string? Category, ImmutableArray<string> Tags, string SourcePath);

/// <summary>Related reading: a page of the site, or an address outside.</summary>
/// <param name="Page">Null for an address outside, which has <paramref name="Title"/> and <paramref name="Url"/> instead.</param>
/// <param name="OtherLanguage">Set where the page exists in another language only.</param>
public sealed record RelatedLink(PageSummary? Page, string? Title, string? Url, LanguageInfo? OtherLanguage);

/// <summary>The facts of a page after inheritance from its source language.</summary>
public sealed record PageMeta(
    string Title,
    string Description,
    PublicationDate? Date,
    PublicationDate? Updated,
    string? Category,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Authors,
    ImmutableArray<string> ReviewedBy,
    PublicationDate? Reviewed,
    Language SourceLanguage,
    ImmutableArray<string> Disclaimers,
    string? CitationStyle);

/// <summary>A translation of a page (or of a list page): its language and address.</summary>
public sealed record Alternate(LanguageInfo Language, SiteUrl Url);

/// <summary>A page with all that other pages contribute to it.</summary>
/// <param name="Alternates">Every language that exists, this page's own included, in the order of site.yml.</param>
/// <param name="Targets">Parallel to the slots of the page's details.</param>
/// <param name="Related">At most <c>settings.Related</c> computed or hand-picked links, those already in the text left out.</param>
/// <param name="Previous">The next older article in this language.</param>
/// <param name="Next">The next newer article in this language.</param>
/// <param name="Cover">The cover of the front matter, resolved.</param>
public sealed record LinkedPage(
    ParsedPage Page,
    PageMeta Meta,
    SiteUrl Url,
    ImmutableArray<Alternate> Alternates,
    ImmutableArray<Target> Targets,
    ImmutableArray<ReferenceListEntry> References,
    ImmutableArray<RelatedLink> Related,
    PageSummary? Previous,
    PageSummary? Next,
    ImageTarget? Cover)
{
    /// <summary>Set on a translation that its published source has left behind.</summary>
    public SourceRevision? Outdated { get; init; }
}

/// <summary>A page as the rest of the site knows it. All linked pages at once would not fit into memory: each is linked anew when it is rendered.</summary>
/// <param name="isInSitemap">Whether search engines are told of it.</param>
/// <param name="page">Gives what <see cref="Page"/> holds.</param>
/// <param name="shows">Gives what <see cref="Shows"/> holds.</param>
/// <param name="link">Gives the page with everything that other pages contribute to it; costs about as much each time.</param>
public sealed class PageEntry(
    PageSummary summary,
    PageMeta meta,
    bool isInSitemap,
    ImmutableArray<Alternate> alternates,
    Func<ParsedPage> page,
    Func<ImmutableArray<Ingredient>> shows,
    Func<LinkedPage> link)
{
    private readonly Lazy<ImmutableArray<Ingredient>> _shows = new(shows);

    public PageId Id => summary.Id;

    public PageSummary Summary => summary;

    public PageMeta Meta => meta;

    public bool IsInSitemap => isInSitemap;

    public SiteUrl Url => summary.Url;

    public ImmutableArray<Alternate> Alternates => alternates;

    /// <summary>It may have to be read for that.</summary>
    public ParsedPage Page => page();

    /// <summary>All that the page takes from the sources that Link knows; found out when it is first asked for.</summary>
    public ImmutableArray<Ingredient> Shows => _shows.Value;

    public LinkedPage Link() => link();
}

public enum TermKind
{
    Category,
    Tag,
    Person,
}

/// <summary>A category, tag or person in one language: its page lists <paramref name="Articles"/>, newest first.</summary>
/// <param name="Alternates">The languages in which it has articles; this one included.</param>
public sealed record TermPage(
    TermKind Kind, string Id, Language Language, string Name, SiteUrl Url, ImmutableArray<PageSummary> Articles, ImmutableArray<Alternate> Alternates);

/// <summary>An old address and where it leads now.</summary>
public sealed record Redirect(SiteUrl From, SiteUrl To, Language Language);

/// <summary>A file to be copied to its address.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>.</param>
public sealed record LinkedAsset(SiteUrl Url, string Path, FileContent Content);

/// <summary>The whole site, every address known and every reference resolved; Render needs nothing else but the theme.</summary>
/// <param name="Articles">Per language, newest first; drafts and future articles are already left out unless they were asked for.</param>
/// <param name="Assets">Bundle files in use, by address; each address once.</param>
public sealed record LinkedSite(
    SiteSettings Settings,
    SiteData Data,
    ImmutableArray<PageEntry> Pages,
    ImmutableDictionary<Language, ImmutableArray<PageSummary>> Articles,
    ImmutableArray<TermPage> Terms,
    ImmutableArray<Redirect> Redirects,
    ImmutableArray<LinkedAsset> Assets,
    ImmutableDictionary<SiteUrl, FileContent> StaticFiles)
{
    /// <summary>One for each translation, those that are missing or hidden too.</summary>
    public ImmutableArray<TranslationState> Translations { get; init; } = [];
}
