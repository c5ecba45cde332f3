using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Parsed pages in, a site out of which nothing leads nowhere; all that pages know of each other is decided here.</summary>
internal static class SiteLinker
{
    private static readonly LinkedBody s_noBody = new([], [], [], null, [], []);

    public static Outcome<LinkedSite> Link(ParsedSite site, BuildOptions options)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

        var all = Translations.Inherit(site);
        var pages = Visibility.Choose(all, options).Select(SitePage.Create).ToImmutableArray();
        var index = new SiteIndex(site, pages);
        CheckFacts(site, all, pages, diagnostics);
        var translations = Freshness.Of(all, site.Settings);
        Freshness.Report(translations, index, diagnostics);
        var revisions = Freshness.Revisions(translations, index);
        SettingsLinks.Check(site, index, diagnostics);

        var lists = LinkedLists.Create(site, pages, diagnostics);
        var (addresses, redirects) = AddressPlan.Create(site, all, pages, lists, diagnostics);
        var linker = new PageLinker(index, addresses, new ReferenceSources(site.Data.References));
        var bodies = BodyFindings.OfAll(pages, linker);
        CitationOrder.Check(pages, bodies, linker, diagnostics);
        var related = new Related(pages, lists.Articles, index, diagnostics);
        var neighbours = new Neighbours(lists.Articles);
        var disclaimers = new Disclaimers(site.Settings, site.Data);
        disclaimers.CheckSettings(diagnostics);
        var metas = pages.Select(page => page.Meta(disclaimers.Resolve(page.Facts, diagnostics))).ToArray();
        var ingredients = new PageIngredients(index, site.Data, lists);

        related.Prepare();
        var entries = new PageEntry[pages.Length];
        Parallel.For(0, pages.Length, i =>
        {
            var (page, meta) = (pages[i], metas[i]);
            var linked = Linked(page, meta, s_noBody);
            entries[i] = new(page.Parsed, meta, page.Url, linked.Alternates, ingredients.Of(linked, page, bodies[i]), () => Linked(page, meta, linker.Link(page)));
        });

        diagnostics.AddRange(bodies.SelectMany(body => body.Diagnostics));
        return new(
            new LinkedSite(
                site.Settings,
                site.Data,
                ImmutableArray.Create(entries),
                lists.Summaries(),
                lists.Terms,
                redirects,
                Assets(bodies),
                site.StaticFiles)
            {
                Translations = translations,
            },
            Once(diagnostics));

        LinkedPage Linked(SitePage page, PageMeta meta, LinkedBody body) => new(
            page.Parsed,
            meta,
            page.Url,
            index.Alternates(page.Id.Bundle),
            body.Targets,
            body.References,
            related.Of(page.Id),
            neighbours.Of(page.Id).Previous,
            neighbours.Of(page.Id).Next,
            body.Cover)
        {
            Outdated = revisions.GetValueOrDefault(page.Id),
        };
    }

    /// <summary>Hidden pages are not judged, but what they cite counts as used.</summary>
    private static void CheckFacts(
        ParsedSite site, ImmutableArray<PageFacts> all, ImmutableArray<SitePage> pages, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var page in pages)
        {
            diagnostics.AddRange(page.Facts.Diagnostics);
            PublicationDates.Check(page.Facts, site.Settings, diagnostics);
        }

        var published = pages.Select(page => page.Id.Bundle).ToHashSet();
        var byBundle = all.ToLookup(page => page.Page.Id.Bundle);
        foreach (var bundle in site.Bundles.Where(bundle => published.Contains(bundle.Id)))
        {
            UnusedReferences.Report(bundle, byBundle[bundle.Id], diagnostics);
        }
    }

    private static ImmutableArray<LinkedAsset> Assets(ImmutableArray<BodyFindings> bodies) =>
    [
        .. bodies
            .SelectMany(body => body.Assets)
            .DistinctBy(asset => asset.Url)
            .OrderBy(asset => asset.Url.Path, StringComparer.Ordinal),
    ];

    /// <summary>What a translation inherits it may also report again.</summary>
    private static ImmutableArray<Diagnostic> Once(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.DistinctBy(one => (one.Code, one.Where, one.Message))];
}
