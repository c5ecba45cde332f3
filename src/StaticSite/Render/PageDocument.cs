using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The document of one Markdown page.</summary>
internal static class PageDocument
{
    /// <summary>A table of contents of fewer entries is no help.</summary>
    private const int LeastTocEntries = 3;

    /// <summary>Printed by the template, or by the body where the author placed the list there.</summary>
    public const string ReferenceListPartial = "reference-list";

    public static string Template(BundleKind kind) => kind == BundleKind.Article ? "article" : "page";

    public static DocumentView Create(Frame frame, LinkedPage page, DateTimeOffset now, CitationStyles styles, Func<DocumentView, string> renderReferences)
    {
        var parents = Parents(frame, page);
        var references = PageReferences.Format(frame, page, styles);
        var view = CreateView(frame, page, now) with
        {
            Breadcrumb = parents,
            References = references.Entries,
            Citation = page.Page.Kind == BundleKind.Article ? PageCitation.Create(frame, page, styles) : null,
            ReferencesAreNumbered = references.AreNumbered,
        };
        var document = frame.Document(Template(page.Page.Kind), CreateHead(frame, page, parents), page.Url, page.Alternates) with { Page = view };
        using var renderer = new BodyRenderer(frame, page, references.Citations, () => renderReferences(document));
        var (body, hasReferences) = renderer.Render();
        return document with
        {
            Page = view with
            {
                BodyHtml = body,
                ReferencesInBody = hasReferences,
                CoverHtml = page.Cover is { File: not null } cover ? renderer.RenderPicture(cover, page.Page.FrontMatter.CoverAlt ?? "") : null,
            },
        };
    }

    /// <summary>The version in the source language; null where there is none.</summary>
    public static SiteUrl? DefaultUrl(PageMeta meta, ImmutableArray<Alternate> alternates) =>
        alternates.FirstOrDefault(alternate => alternate.Language.Language == meta.SourceLanguage)?.Url;

    private static PageView CreateView(Frame frame, LinkedPage page, DateTimeOffset now)
    {
        var (meta, language) = (page.Meta, frame.Code);
        return new PageView(
            page.Page.Kind == BundleKind.Article,
            meta.Title,
            meta.Description,
            BodyHtml: "",
            Breadcrumb: [],
            meta.Category is { } category ? frame.FindTermLink(TermKind.Category, category) : null,
            [.. meta.Tags.Select(tag => frame.FindTermLink(TermKind.Tag, tag)).OfType<LinkView>()],
            [.. meta.Authors.Select(author => Person(frame, author))],
            [.. meta.ReviewedBy.Select(reviewer => Person(frame, reviewer))],
            meta.Date is { } date ? frame.Date(date) : null,
            meta.Updated is { } updated ? frame.Date(updated) : null,
            meta.Reviewed is { } reviewed ? frame.Date(reviewed) : null,
            page.Page.Length.ReadingMinutes,
            CoverHtml: null,
            page.Page.FrontMatter.Toc ? TableOfContents.Create(page.Page.Details.Load().Headings, LeastTocEntries) : [],
            References: [],
            ReferencesAreNumbered: false,
            ReferencesInBody: false,
            [.. meta.Disclaimers.Select(id => new DisclaimerView(id, frame.Site.Data.Disclaimers[id].Html[language]))],
            [.. page.Related.Select(link => RelatedCard(frame, link))],
            page.Previous is { } previous ? new LinkView(previous.Title, previous.Url.Escaped) : null,
            page.Next is { } next ? new LinkView(next.Title, next.Url.Escaped) : null,
            TranslationOf(frame, page),
            page.Outdated is { } revision ? Outdated(frame, revision) : null,
            Citation: null,
            page.Page.FrontMatter.Draft,
            meta.Date is { } published && published.Instant > now);
    }

    private static HeadView CreateHead(Frame frame, LinkedPage page, ImmutableArray<LinkView> parents) =>
        frame.Head(page.Meta.Title, page.Meta.Description, page.Url, page.Alternates, DefaultUrl(page.Meta, page.Alternates) ?? page.Url) with
        {
            OpenGraph = OpenGraph.Of(frame, page),
            Metas = page.Page.Kind == BundleKind.Article ? CitationMeta.Of(frame, page) : [],
            JsonLdHtml = JsonLd.ForPage(frame, page, [.. parents, new LinkView(page.Meta.Title, page.Url.Escaped)]),
            PreviousUrl = page.Previous?.Url.Escaped,
            NextUrl = page.Next?.Url.Escaped,
        };

    private static ImmutableArray<LinkView> Parents(Frame frame, LinkedPage page)
    {
        if (page.Page.Kind == BundleKind.Page)
        {
            return [frame.HomeLink];
        }

        var category = page.Meta.Category is { } id ? frame.FindTermLink(TermKind.Category, id) : null;
        return [frame.HomeLink, category ?? new LinkView(frame.Phrase("articles"), SiteAddresses.Articles(frame.Code).Escaped)];
    }

    private static PersonView Person(Frame frame, string id)
    {
        var person = frame.Site.Data.People.GetValueOrDefault(id);
        return new PersonView(
            People.Name(frame.Site, id, frame.Code),
            frame.FindTermLink(TermKind.Person, id)?.Url,
            person?.Title?.Find(frame.Code),
            person?.Kind == PersonKind.Organization);
    }

    private static CardView RelatedCard(Frame frame, RelatedLink link) => link.Page is { } page
        ? frame.Card(page, link.OtherLanguage)
        : new CardView(link.Title ?? link.Url!, link.Url!, "", null, null, null, null, IsExternal: true);

    private static LinkView? TranslationOf(Frame frame, LinkedPage page)
    {
        var source = page.Alternates.FirstOrDefault(alternate => alternate.Language.Language == page.Meta.SourceLanguage);
        return source is null || source.Language.Language == frame.Code
            ? null
            : new LinkView(source.Language.Name, source.Url.Escaped, source.Language.Tag, source.Language.Name);
    }

    private static OutdatedView Outdated(Frame frame, SourceRevision revision) => new(
        frame.NameOf(revision.Source.Language),
        revision.Date is { } date ? frame.Date(date) : null,
        revision.Source.Url.Escaped,
        revision.Source.Language.Tag);
}
