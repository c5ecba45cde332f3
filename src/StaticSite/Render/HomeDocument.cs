using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The home of one language: what the site is, the newest articles, the categories.</summary>
internal static class HomeDocument
{
    public const int Latest = 8;

    public static DocumentView Create(Frame frame)
    {
        var settings = frame.Site.Settings;
        var url = SiteAddresses.Home(frame.Code);
        var alternates = Alternates(frame.Site);
        var title = settings.Title.Find(frame.Code) ?? "";
        var description = settings.Tagline?.Find(frame.Code) ?? title;
        var articles = frame.Site.Articles.GetValueOrDefault(frame.Code, []);
        var head = frame.Head(title, description, url, alternates, SiteAddresses.Root) with
        {
            OpenGraph = OpenGraph.Of(frame, title, description, url, alternates),
            JsonLdHtml = JsonLd.ForHome(frame),
        };
        return frame.Document("home", head, url, alternates) with
        {
            Home = new HomeView(
                [.. articles.Take(Latest).Select(article => frame.Card(article))],
                TermsDocument.Terms(frame, TermKind.Category),
                SiteAddresses.Articles(frame.Code).Escaped,
                articles.Length > Latest),
        };
    }

    public static ImmutableArray<Alternate> Alternates(LinkedSite site) =>
        [.. site.Settings.Languages.Select(language => new Alternate(language, SiteAddresses.Home(language.Language)))];
}
