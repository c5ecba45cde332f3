using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>
/// Parsed pages in, a site out of which nothing leads nowhere; all that pages know of each other is decided here. What stands in their
/// bodies is linked page by page, when it is asked for. Safe to use from many threads.
/// </summary>
internal sealed class SiteLinker
{
    private readonly BuildOptions _options;
    private readonly SiteFacts _facts;
    private readonly SiteIndex _index;
    private readonly PageLinker _linker;
    private readonly ImmutableArray<PageLinks> _pages;
    private readonly Lazy<Dictionary<string, LinkedAsset>> _assets;

    private SiteLinker(BuildOptions options, SiteFacts facts, SiteIndex index, PageLinker linker, LinkedSite site, ImmutableArray<PageLinks> pages)
    {
        (_options, _facts, _index, _linker, _pages) = (options, facts, index, linker, pages);
        _assets = new(FindAssets);
        Site = site with { Pages = ImmutableArray.CreateRange(pages, page => page.Entry), Translations = facts.Translations };
    }

    /// <summary>What is linked.</summary>
    public ParsedSite Parsed => _facts.Site;

    /// <summary>The site, but for the files that its bodies use.</summary>
    public LinkedSite Site { get; }

    /// <summary>What is wrong with the site, but for what stands in its bodies.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Once(_facts.Diagnostics);

    /// <summary>The site with all bodies, for one who will ask for every page.</summary>
    public static Outcome<LinkedSite> Link(ParsedSite site, BuildOptions options)
    {
        var linker = Create(site, options);
        linker.PrepareRelated();
        return linker.LinkBodies();
    }

    /// <summary>Does on all cores what the first page with related reading would have to wait for.</summary>
    public void PrepareRelated() => _facts.Related.Prepare();

    /// <param name="preparesRelated">Begins with what <see cref="PrepareRelated"/> does, side by side with the rest, and does not wait for it.</param>
    public static SiteLinker Create(ParsedSite site, BuildOptions options, bool preparesRelated = false)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

        var all = Translations.Inherit(site);
        var pages = ImmutableCollectionsMarshal.AsImmutableArray(SideBySide.Select(Visibility.Choose(all, options), SitePage.Create));
        var index = new SiteIndex(site, pages);
        var articles = Articles.Order(pages, site.Settings);
        var related = new Related(pages, articles, index, diagnostics);
        if (preparesRelated)
        {
            _ = Task.Run(related.Prepare);
        }

        CheckFacts(site, pages, diagnostics);
        var translations = Freshness.Of(all, site.Settings);
        Freshness.Report(translations, index, diagnostics);
        SettingsLinks.Check(site, index, diagnostics);

        var lists = LinkedLists.Create(site, pages, articles, diagnostics);
        var (addresses, redirects) = AddressPlan.Create(site, all, pages, lists, diagnostics);
        var disclaimers = new Disclaimers(site.Settings, site.Data);
        disclaimers.CheckSettings(diagnostics);
        var metas = pages.Select(page => page.Meta(disclaimers.Resolve(page.Facts, diagnostics))).ToArray();

        var facts = new SiteFacts(
            site, Hidden(all, pages), lists, addresses, redirects, new(site.Data.References), related, new(lists.Articles), disclaimers, translations, diagnostics.ToImmutable());
        var linker = new PageLinker(index, addresses, facts.References);
        var ingredients = new PageIngredients(index, site.Data, lists);
        var revisions = Freshness.Revisions(translations, index);
        return new(
            options,
            facts,
            index,
            linker,
            new(site.Settings, site.Data, [], lists.Summaries(), lists.Terms, redirects, [], site.StaticFiles),
            [.. pages.Zip(metas, (page, meta) => new PageLinks(page, meta, revisions.GetValueOrDefault(page.Id), facts, index, linker, ingredients))]);
    }

    /// <summary>Finds out about every body, on all cores.</summary>
    public Outcome<LinkedSite> LinkBodies()
    {
        var bodies = new BodyFindings[_pages.Length];
        Parallel.For(0, bodies.Length, index => bodies[index] = _pages[index].Findings);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(_facts.Diagnostics);
        foreach (var bundle in _pages.GroupBy(page => page.Page.Id.Bundle))
        {
            ReportUnused(bundle, diagnostics);
        }

        CitationOrder.Check([.. _pages.Select(page => page.Page)], ImmutableArray.Create(bodies), _linker, diagnostics);
        diagnostics.AddRange(bodies.SelectMany(body => body.Diagnostics));
        return new(Site with { Assets = Assets(bodies) }, Once(diagnostics));
    }

    /// <summary>What is wrong in the bodies of one bundle.</summary>
    public ImmutableArray<Diagnostic> FindFaults(BundleId bundle)
    {
        var pages = Of(bundle).ToList();
        if (pages is [])
        {
            return [];
        }

        var bodies = pages.ConvertAll(page => page.Findings);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        ReportUnused(pages, diagnostics);
        CitationOrder.Check([.. pages.Select(page => page.Page)], [.. bodies], _linker, diagnostics);
        diagnostics.AddRange(bodies.SelectMany(body => body.Diagnostics));
        return diagnostics.ToImmutable();
    }

    /// <summary>
    /// The site with other texts of one bundle, at a small part of the cost: what other pages show of it stays as it was. Null where
    /// more has changed than that: a page has come, gone or moved.
    /// </summary>
    public SiteLinker? With(ParsedBundle bundle)
    {
        var all = Translations.Inherit(bundle, _facts.Site.Settings);
        var pages = Visibility.Choose(all, _options).Select(SitePage.Create).ToImmutableArray();
        if (!pages.Select(page => (page.Id, page.Url)).SequenceEqual(_index.Published(bundle.Id).Select(page => (page.Id, page.Url))))
        {
            return null;
        }

        var diagnostics = _facts.Diagnostics.RemoveAll(found => found.Where.Path.StartsWith(bundle.Path + "/", StringComparison.Ordinal)).ToBuilder();
        diagnostics.AddRange(pages.SelectMany(page => page.Facts.Diagnostics));
        var metas = pages.Select(page => page.Meta(_facts.Disclaimers.Resolve(page.Facts, diagnostics))).ToArray();
        var translations = Freshness.Of(all, _facts.Site.Settings);
        var index = _index.With(bundle, pages);
        Freshness.Report(translations, index, diagnostics);
        var facts = _facts with
        {
            Hidden = Hidden(all, pages).GetValueOrDefault(bundle.Id) is { IsDefault: false } hidden ? _facts.Hidden.SetItem(bundle.Id, hidden) : _facts.Hidden.Remove(bundle.Id),
            Site = _facts.Site with { Bundles = ImmutableArray.CreateRange(_facts.Site.Bundles, other => other.Id == bundle.Id ? bundle : other) },
            Translations = [.. _facts.Translations.Where(state => state.Id.Bundle != bundle.Id), .. translations],
            Diagnostics = diagnostics.ToImmutable(),
        };
        var linker = new PageLinker(index, facts.Addresses, facts.References);
        var ingredients = new PageIngredients(index, facts.Site.Data, facts.Lists);
        var revisions = Freshness.Revisions(translations, index);
        var next = 0;
        return new(
            _options,
            facts,
            index,
            linker,
            Site,
            ImmutableArray.CreateRange(_pages, page => page.Page.Id.Bundle != bundle.Id
                ? page
                : new PageLinks(pages[next], metas[next], revisions.GetValueOrDefault(pages[next++].Id), facts, index, linker, ingredients)));
    }

    /// <summary>The pages of a bundle, with what is known of their bodies.</summary>
    public IEnumerable<PageLinks> Of(BundleId bundle) => _pages.Where(page => page.Page.Id.Bundle == bundle);

    /// <summary>The file that a page which uses it would have at this address; whether one does is not asked.</summary>
    public LinkedAsset? FindAsset(string outputPath) => _assets.Value.GetValueOrDefault(outputPath);

    private Dictionary<string, LinkedAsset> FindAssets()
    {
        var assets = new Dictionary<string, LinkedAsset>(StringComparer.Ordinal);
        foreach (var file in _facts.Site.Bundles.SelectMany(bundle => bundle.Files.Values).OfType<AssetFile>())
        {
            var asset = Files.Asset(file);
            assets[asset.Url.OutputPath] = asset;
        }

        return assets;
    }

    private void ReportUnused(IEnumerable<PageLinks> ofBundle, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var bundle = ofBundle.First().Page.Facts.Bundle;
        UnusedReferences.Report(bundle, ofBundle.SelectMany(page => page.Findings.Works), _facts.Hidden.GetValueOrDefault(bundle.Id, []), diagnostics);
    }

    private static ImmutableDictionary<BundleId, ImmutableArray<PageFacts>> Hidden(ImmutableArray<PageFacts> all, ImmutableArray<SitePage> pages)
    {
        if (all.Length == pages.Length)
        {
            return ImmutableDictionary<BundleId, ImmutableArray<PageFacts>>.Empty;
        }

        var published = pages.Select(page => page.Id).ToHashSet();
        return all.Where(page => !published.Contains(page.Page.Id)).GroupBy(page => page.Bundle.Id).ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    private static void CheckFacts(ParsedSite site, ImmutableArray<SitePage> pages, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var page in pages)
        {
            diagnostics.AddRange(page.Facts.Diagnostics);
            PublicationDates.Check(page.Facts, site.Settings, diagnostics);
        }
    }

    private static ImmutableArray<LinkedAsset> Assets(IEnumerable<BodyFindings> bodies) =>
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
