using System.Collections.Immutable;

namespace StaticSite.Render.Views;

// What a template may print. Every string is plain text and is escaped by the template, but for those named …Html.
// Addresses are ready for href. Empty lists and null are false in {{#if}}.

/// <summary>What every template sees, under the names below; the page's own view is <c>page</c> (or <c>list</c>, <c>terms</c>, …).</summary>
public sealed record SiteView(
    string Title,
    string Tagline,
    string HomeUrl,
    string FeedUrl,
    string BaseUrl,
    PublisherView Publisher,
    ImmutableArray<MenuItemView> Menu,
    ImmutableArray<MenuItemView> FooterMenu,
    string? IconUrl,
    string Year);

public sealed record PublisherView(string Name, string? Address, string? Phone, string? PhoneUrl, string? Telegram, string? TelegramUrl, string? Email, string? WechatQrUrl, string? Icp);

public sealed record MenuItemView(string Title, string Url, bool IsCurrent);

/// <summary>An entry of the language switch. Where the page has no translation, Url is that language's home and Exists is false.</summary>
public sealed record LanguageLinkView(string Code, string Tag, string Name, string Url, bool IsCurrent, bool Exists);

/// <summary>The document's head.</summary>
/// <param name="Language">The html element's lang: the language's BCP 47 tag.</param>
/// <param name="Metas">name/content pairs: citation_*, description is separate.</param>
/// <param name="JsonLdHtml">One script element's content, safe inside script.</param>
public sealed record HeadView(
    string Language,
    string Title,
    string FullTitle,
    string Description,
    string? Canonical,
    bool Index,
    ImmutableArray<AlternateView> Alternates,
    ImmutableArray<OpenGraphView> OpenGraph,
    ImmutableArray<MetaView> Metas,
    string? JsonLdHtml,
    string? PreviousUrl,
    string? NextUrl);

public sealed record AlternateView(string Hreflang, string Url);

public sealed record OpenGraphView(string Property, string Content);

public sealed record MetaView(string Name, string Content);

/// <summary>A date twice: for datetime=, and in words of the page's language.</summary>
public sealed record DateView(string Iso, string Text);

/// <summary>A link with a text; Tag is the hreflang of a page in another language, else null.</summary>
public sealed record LinkView(string Title, string Url, string? Language = null, string? LanguageName = null);

/// <param name="Url">Null for somebody who has written or reviewed no article in this language.</param>
public sealed record PersonView(string Name, string? Url, string? Title, bool IsOrganization);

/// <summary>Nested as the headings are.</summary>
public sealed record TocItemView(string Url, string TitleHtml, ImmutableArray<TocItemView> Items);

/// <summary>One entry of the reference list. Html is the formatted entry.</summary>
public sealed record ReferenceView(int Number, string Id, string Html, ImmutableArray<BackLinkView> BackLinks);

/// <summary>Letter is empty for an entry cited once, else a, b, c …; Label is for screen readers.</summary>
public sealed record BackLinkView(string Url, string Letter, string Label);

public sealed record DisclaimerView(string Id, string Html);

/// <summary>An article as a list shows it.</summary>
/// <param name="Language">The tag of the page's language where that is not the list's; LanguageName is its name in the list's language.</param>
public sealed record CardView(
    string Title, string Url, string Description, DateView? Date, LinkView? Category, string? Language, string? LanguageName, bool IsExternal);

/// <summary>template article, page: one Markdown file.</summary>
/// <param name="BodyHtml">The body; the reference list (partial reference-list) is inside where the author placed it (then ReferencesInBody).</param>
/// <param name="Breadcrumb">From the home page to the page's parent, without the page itself; so for every breadcrumb.</param>
/// <param name="Toc">Empty for short texts or <c>toc: false</c>.</param>
/// <param name="ReferencesAreNumbered">False where the citation style orders its list by author.</param>
/// <param name="References">Printed by the template at the end, unless ReferencesInBody.</param>
/// <param name="TranslationOf">On a translation: the page in its source language.</param>
/// <param name="Outdated">On a translation whose source has been revised since.</param>
public sealed record PageView(
    bool IsArticle,
    string Title,
    string Description,
    string BodyHtml,
    ImmutableArray<LinkView> Breadcrumb,
    LinkView? Category,
    ImmutableArray<LinkView> Tags,
    ImmutableArray<PersonView> Authors,
    ImmutableArray<PersonView> Reviewers,
    DateView? Date,
    DateView? Updated,
    DateView? Reviewed,
    int ReadingMinutes,
    string? CoverHtml,
    ImmutableArray<TocItemView> Toc,
    ImmutableArray<ReferenceView> References,
    bool ReferencesAreNumbered,
    bool ReferencesInBody,
    ImmutableArray<DisclaimerView> Disclaimers,
    ImmutableArray<CardView> Related,
    LinkView? Previous,
    LinkView? Next,
    LinkView? TranslationOf,
    OutdatedView? Outdated,
    CitationView? Citation,
    bool IsDraft,
    bool IsFuture);

/// <param name="LanguageName">The source language by its name in the page's language.</param>
/// <param name="Date">When the source was revised; null where its author does not state it.</param>
/// <param name="Language">The tag of the source language.</param>
public sealed record OutdatedView(string LanguageName, DateView? Date, string Url, string Language);

/// <summary>How to cite the page itself; BibTeX and RIS are plain text.</summary>
public sealed record CitationView(string Html, string BibTex, string Ris);

/// <summary>template home.</summary>
public sealed record HomeView(ImmutableArray<CardView> Latest, ImmutableArray<TermView> Categories, string ArticlesUrl, bool HasMore);

/// <summary>template list: all articles, or those of one category, tag or person, one page of them.</summary>
/// <param name="Kind">articles, category, tag, person: names the heading's string.</param>
/// <param name="Subtitle">A person's title.</param>
/// <param name="PageNumber">One-based.</param>
/// <param name="Pages">Empty where one page holds all.</param>
public sealed record ListView(
    string Kind,
    string Title,
    string? Subtitle,
    ImmutableArray<LinkView> Breadcrumb,
    int Total,
    ImmutableArray<CardView> Articles,
    int PageNumber,
    int PageCount,
    string? NewerUrl,
    string? OlderUrl,
    ImmutableArray<PageNumberView> Pages);

public sealed record PageNumberView(string Number, string? Url, bool IsCurrent, bool IsGap);

/// <summary>template terms: the index of all categories, tags or people.</summary>
public sealed record TermsView(string Kind, string Title, ImmutableArray<LinkView> Breadcrumb, ImmutableArray<TermView> Terms);

/// <summary>A category, tag or person with the number of its articles.</summary>
public sealed record TermView(string Name, string Url, int Count);

/// <summary>template not-found, per language and at the root.</summary>
public sealed record NotFoundView(ImmutableArray<CardView> Latest);

/// <summary>template root: the choice of language at <c>/</c>.</summary>
public sealed record RootView(ImmutableArray<RootChoiceView> Choices);

public sealed record RootChoiceView(string Code, string Tag, string Name, string Title, string Tagline, string Url);

/// <summary>template redirect: an old address.</summary>
public sealed record RedirectView(string Url, string AbsoluteUrl, string Title);

/// <summary>The root of every template's data.</summary>
/// <param name="Template">The template's name, for a class on body (<c>page-article</c>).</param>
public sealed record DocumentView(
    string Template,
    HeadView Head,
    SiteView Site,
    ImmutableArray<LanguageLinkView> Languages,
    PageView? Page = null,
    HomeView? Home = null,
    ListView? List = null,
    TermsView? Terms = null,
    NotFoundView? NotFound = null,
    RootView? Root = null,
    RedirectView? Redirect = null);
