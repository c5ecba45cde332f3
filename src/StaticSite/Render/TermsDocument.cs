using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The indexes of all categories, tags and people of a language. An empty one is written too: authors may link to it.</summary>
internal static class TermsDocument
{
    public static IEnumerable<(SiteUrl Url, Func<DocumentView> Create)> CreateAll(Frame frame) =>
        Enum.GetValues<TermKind>().Select(kind => (SiteAddresses.Terms(kind, frame.Code), (Func<DocumentView>)(() => Create(frame, kind))));

    public static ImmutableArray<TermView> Terms(Frame frame, TermKind kind) =>
    [
        .. frame.Site.Terms
            .Where(term => term.Kind == kind && term.Language == frame.Code)
            .Select(term => new TermView(term.Name, term.Url.Escaped, term.Articles.Length)),
    ];

    /// <summary>The languages in which the index has entries.</summary>
    public static ImmutableArray<Alternate> Alternates(LinkedSite site, TermKind kind) =>
    [
        .. site.Settings.Languages
            .Where(language => HasEntries(site, kind, language.Language))
            .Select(language => new Alternate(language, SiteAddresses.Terms(kind, language.Language))),
    ];

    private static bool HasEntries(LinkedSite site, TermKind kind, Language language) =>
        site.Terms.Any(term => term.Kind == kind && term.Language == language);

    private static DocumentView Create(Frame frame, TermKind kind)
    {
        var url = SiteAddresses.Terms(kind, frame.Code);
        var title = frame.Phrase(TermLists.Title(kind));
        var alternates = Alternates(frame.Site, kind);
        var description = frame.Phrase("description_terms", title, frame.Site.Settings.Title.Find(frame.Code) ?? "");
        var head = frame.Head(title, description, url, alternates, ListDocument.DefaultUrl(frame, alternates)) with
        {
            OpenGraph = OpenGraph.Of(frame, title, description, url, alternates),
            JsonLdHtml = JsonLd.ForList(frame, title, url, [frame.HomeLink, new LinkView(title, url.Escaped)]),
        };
        var view = new TermsView(TermLists.Kind(kind), title, [frame.HomeLink], Terms(frame, kind));
        return frame.Document("terms", head, url, alternates) with { Terms = view };
    }
}
