using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>Every list of the site: all articles of a language, and one per category, tag and person.</summary>
internal static class ArticleLists
{
    public static IEnumerable<(Frame Frame, ArticleList List)> Of(LinkedSite site, IReadOnlyDictionary<Language, Frame> frames)
    {
        foreach (var frame in frames.Values)
        {
            yield return (frame, AllArticles(frame));
        }

        var counts = site.Terms.ToDictionary(term => (term.Kind, term.Id, term.Language), term => term.Articles.Length);
        foreach (var term in site.Terms)
        {
            yield return (frames[term.Language], OfTerm(frames[term.Language], term, counts));
        }
    }

    private static ArticleList AllArticles(Frame frame)
    {
        var site = frame.Site;
        return new ArticleList(
            "articles",
            frame.Phrase("articles"),
            null,
            SiteAddresses.Articles(frame.Code),
            site.Articles.GetValueOrDefault(frame.Code, []),
            [frame.HomeLink],
            [
                .. site.Settings.Languages.Select(language => new ArticleListAlternate(
                    language,
                    SiteAddresses.Articles(language.Language),
                    PageCount(site, site.Articles.GetValueOrDefault(language.Language, []).Length))),
            ]);
    }

    private static ArticleList OfTerm(Frame frame, TermPage term, Dictionary<(TermKind Kind, string Id, Language Language), int> counts)
    {
        var person = term.Kind == TermKind.Person ? frame.Site.Data.People.GetValueOrDefault(term.Id) : null;
        return new ArticleList(
            TermLists.Kind(term.Kind),
            term.Name,
            person?.Title?.Find(frame.Code),
            term.Url,
            term.Articles,
            [frame.HomeLink, new LinkView(frame.Phrase(TermLists.Title(term.Kind)), SiteAddresses.Terms(term.Kind, frame.Code).Escaped)],
            [
                .. term.Alternates.Select(alternate => new ArticleListAlternate(
                    alternate.Language,
                    alternate.Url,
                    PageCount(frame.Site, counts[(term.Kind, term.Id, alternate.Language.Language)]))),
            ]);
    }

    private static int PageCount(LinkedSite site, int articles) => SiteAddresses.PageCount(articles, site.Settings.PageSize);
}
