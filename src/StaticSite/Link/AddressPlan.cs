using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Gives every address away: the site's own first, then pages, files of input/static and old addresses.</summary>
internal static class AddressPlan
{
    public static (Addresses Addresses, ImmutableArray<Redirect> Redirects) Create(
        ParsedSite site,
        ImmutableArray<SiteBundle> bundles,
        LinkedLists lists,
        ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var addresses = new Addresses();
        var pages = bundles.SelectMany(bundle => bundle.Published).ToImmutableArray();
        foreach (var claim in OwnAddresses(site.Settings, lists))
        {
            addresses.TryClaim(claim, diagnostics);
        }

        // A reserved slug has been reported where it was read.
        foreach (var page in pages.Where(page => !AddressName.IsReserved(page.Facts.Slug)))
        {
            var where = page.Facts.FrontMatter.Slug?.Where ?? page.Facts.Start;
            addresses.TryClaim(new(page.Url, "a page", where, Page: page), diagnostics);
        }

        foreach (var url in site.StaticFiles.Keys.OrderBy(url => url.Path, StringComparer.Ordinal))
        {
            addresses.TryClaim(new(url, "a file of input/static", new SourceSpan("input/static" + url.Path, 0, 0)), diagnostics);
        }

        var redirects = Redirects.Collect(pages, addresses, diagnostics);
        addresses.CheckFolders(diagnostics);
        RememberUnpublished(bundles, addresses);
        return (addresses, redirects);
    }

    private static IEnumerable<Claim> OwnAddresses(SiteSettings settings, LinkedLists lists)
    {
        IEnumerable<SiteUrl> ofSite = [SiteAddresses.Root, SiteAddresses.Sitemap, SiteAddresses.Robots, SiteAddresses.NotFound];
        var ofLanguages = settings.Languages.SelectMany(info => OfLanguage(info.Language));
        var ofArticles = settings.Languages.SelectMany(info => ListPages(
            SiteAddresses.Articles(info.Language), lists.Articles[info.Language].Length, settings));
        var ofTerms = lists.Terms.SelectMany(term => ListPages(term.Url, term.Articles.Length, settings)
            .Select(url => new Claim(url, $"the page of '{term.Id}'", lists.Where(term))));
        return ofSite.Concat(ofLanguages).Concat(ofArticles)
            .Select(url => new Claim(url, "one of the site's own", settings.Where, IsOwn: true))
            .Concat(ofTerms);
    }

    private static IEnumerable<SiteUrl> OfLanguage(Language language) =>
    [
        SiteAddresses.Home(language),
        SiteAddresses.Feed(language),
        SiteAddresses.NotFoundIn(language),
        SiteAddresses.Terms(TermKind.Category, language),
        SiteAddresses.Terms(TermKind.Tag, language),
        SiteAddresses.Terms(TermKind.Person, language),
    ];

    private static IEnumerable<SiteUrl> ListPages(SiteUrl first, int articles, SiteSettings settings) =>
        Enumerable.Range(1, SiteAddresses.PageCount(articles, settings.PageSize)).Select(number => SiteAddresses.ListPage(first, number));

    private static void RememberUnpublished(ImmutableArray<SiteBundle> bundles, Addresses addresses)
    {
        foreach (var bundle in bundles)
        {
            foreach (var page in bundle.Hidden)
            {
                addresses.Remember(page);
            }

            foreach (var language in bundle.Parsed.Failed)
            {
                addresses.RememberFailed(bundle.Parsed, language);
            }
        }
    }
}
