using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>What the sitemap lists: homes, lists (their first page) and pages; not 404, redirects, or what says <c>sitemap: false</c>.</summary>
internal static class SitemapEntries
{
    public static IReadOnlyList<SitemapEntry> Of(LinkedSite site)
    {
        var first = site.Settings.DefaultLanguage;
        var entries = new List<SitemapEntry>();
        foreach (var language in site.Settings.Languages.Select(info => info.Language))
        {
            entries.Add(new SitemapEntry(SiteAddresses.Home(language), null, HomeDocument.Alternates(site), SiteAddresses.Root));
            entries.Add(new SitemapEntry(SiteAddresses.Articles(language), null, ArticleAlternates(site), SiteAddresses.Articles(first)));
        }

        entries.AddRange(Enum.GetValues<TermKind>()
            .SelectMany(kind => TermsDocument.Alternates(site, kind).Select(alternate => (Url: alternate.Url, All: TermsDocument.Alternates(site, kind))))
            .Select(index => new SitemapEntry(index.Url, null, index.All, Default(index.All, first))));
        entries.AddRange(site.Terms.Select(term => new SitemapEntry(term.Url, null, term.Alternates, Default(term.Alternates, first))));
        entries.AddRange(site.Pages
            .Where(page => page.IsInSitemap)
            .OrderBy(page => page.Url.Path, StringComparer.Ordinal)
            .Select(page => new SitemapEntry(page.Url, (page.Meta.Updated ?? page.Meta.Date)?.Instant, page.Alternates, PageDocument.DefaultUrl(page.Meta, page.Alternates) ?? page.Url)));
        return entries;
    }

    private static ImmutableArray<Alternate> ArticleAlternates(LinkedSite site) =>
        [.. site.Settings.Languages.Select(language => new Alternate(language, SiteAddresses.Articles(language.Language)))];

    private static SiteUrl? Default(ImmutableArray<Alternate> alternates, Language first) =>
        (alternates.FirstOrDefault(alternate => alternate.Language.Language == first) ?? alternates.FirstOrDefault())?.Url;
}
