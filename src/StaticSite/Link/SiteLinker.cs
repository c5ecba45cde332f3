using System.Collections.Immutable;
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
    private readonly Lazy<Dictionary<string, LinkedAsset>> _assets;

    private SiteLinker(BuildOptions options, ParsedSite parsed, SiteFacts facts, SiteIndex index, LinkedSite site, ImmutableArray<BundleLinks> bundles)
    {
        (_options, Parsed, _facts, _index, Bundles) = (options, parsed, facts, index, bundles);
        _assets = new(FindAssets);
        Site = site with
        {
            Pages = [.. bundles.SelectMany(bundle => bundle.Pages).Select(page => page.Entry)],
            Translations = [.. bundles.SelectMany(bundle => bundle.Facts.Translations)],
        };
    }

    /// <summary>What is linked.</summary>
    public ParsedSite Parsed { get; }

    /// <summary>The site, but for the files that its bodies use.</summary>
    public LinkedSite Site { get; }

    /// <summary>Each id once; of two bundles of one name the first counts. That there are two has been reported.</summary>
    public ImmutableArray<BundleLinks> Bundles { get; }

    /// <summary>What is wrong with the site, but for what stands in its bodies.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Once(_facts.Diagnostics.Concat(Bundles.SelectMany(bundle => bundle.Facts.Diagnostics)));

    /// <summary>Which articles are most like which, as far as somebody has asked.</summary>
    public SimilarArticles Similar => _facts.Similar;

    /// <summary>Does on all cores what the first page with related reading would have to wait for.</summary>
    public void PrepareRelated() => _facts.Similar.Prepare();

    /// <param name="preparesRelated">Begins with what <see cref="PrepareRelated"/> does, side by side with the rest, and does not wait for it.</param>
    public static SiteLinker Create(ParsedSite site, BuildOptions options, bool preparesRelated = false)
    {
        var (settings, data) = (site.Settings, site.Data);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

        ImmutableArray<SiteBundle> bundles = [.. SideBySide.Select([.. site.Bundles.DistinctBy(bundle => bundle.Id)], bundle => SiteBundle.Create(bundle, settings, options))];
        var index = SiteIndex.Of(settings, bundles);
        var disclaimers = new Disclaimers(settings, data);
        ImmutableArray<BundleFacts> facts = [.. SideBySide.Select(bundles, bundle => BundleFacts.Find(bundle, index, disclaimers))];

        var lists = LinkedLists.Create(settings, data, [.. facts.SelectMany(bundle => bundle.Pages).Select(page => page.Outline)]);
        var similar = new SimilarArticles(lists.ByLanguage(settings), id => index.Published(id.Bundle).First(page => page.Id == id).Parsed.Terms, []);
        if (preparesRelated)
        {
            _ = Task.Run(similar.Prepare);
        }

        SettingsLinks.Check(site, index, diagnostics);
        Terms.CheckNames([.. bundles.SelectMany(bundle => bundle.Published)], lists.Names, diagnostics);
        var (addresses, redirects) = AddressPlan.Create(site, bundles, lists, diagnostics);
        disclaimers.CheckSettings(diagnostics);

        var ofSite = new SiteFacts(settings, data, lists, new(addresses), new(data.References), similar, new(lists.Articles), disclaimers, diagnostics.ToImmutable());
        var linker = new PageLinker(index, ofSite.Addresses, ofSite.References);
        var ingredients = new PageIngredients(index, data, lists);
        return new(
            options,
            site,
            ofSite,
            index,
            new(settings, data, [], lists.Articles, lists.Terms, redirects, [], site.StaticFiles),
            [.. SideBySide.Select(facts, bundle => BundleLinks.Create(bundle, ofSite, index, linker, ingredients))]);
    }

    /// <summary>Finds out about every body, on all cores.</summary>
    public Outcome<LinkedSite> LinkBodies()
    {
        Parallel.ForEach(Bundles, bundle => _ = bundle.Faults);
        return new(
            Site with { Assets = AssetsOf(Bundles.SelectMany(bundle => bundle.Pages)) },
            Once(_facts.Diagnostics.Concat(Bundles.SelectMany(bundle => bundle.Diagnostics))));
    }

    /// <summary>What a build after a small edit may take for known.</summary>
    /// <param name="ofFiles">What is wrong with the files of each bundle by themselves, parallel to the parsed bundles.</param>
    public SiteMemory Remember(ImmutableArray<ImmutableArray<Diagnostic>> ofFiles)
    {
        var byPath = Bundles.ToDictionary(bundle => bundle.Facts.Bundle.Parsed.Path, StringComparer.Ordinal);
        return new(
            [.. Parsed.Bundles.Select((bundle, place) => byPath.GetValueOrDefault(bundle.Path)?.Remember(ofFiles[place]) ?? new(bundle.Path, IsWhole: false, [], ofFiles[place]))],
            Site.Redirects,
            _facts.Diagnostics);
    }

    /// <summary>What is wrong in the bodies of one bundle.</summary>
    public ImmutableArray<Diagnostic> FindFaults(BundleId id) => Find(id)?.Faults ?? [];

    /// <summary>
    /// The site with other texts of one bundle, at a small part of the cost: what other pages show of it stays as it was. Null where
    /// more has changed than that: a page has come, gone or moved.
    /// </summary>
    public SiteLinker? With(ParsedBundle parsed)
    {
        var bundle = SiteBundle.Create(parsed, _facts.Settings, _options);
        if (!bundle.Published.Select(page => (page.Id, page.Url)).SequenceEqual(_index.Published(parsed.Id).Select(page => (page.Id, page.Url))))
        {
            return null;
        }

        var index = _index.With(bundle);
        var facts = BundleFacts.Find(bundle, index, _facts.Disclaimers);
        var linker = new PageLinker(index, _facts.Addresses, _facts.References);
        var links = BundleLinks.Create(facts, _facts, index, linker, new PageIngredients(index, _facts.Data, _facts.Lists));
        return new(
            _options,
            Parsed with { Bundles = ImmutableArray.CreateRange(Parsed.Bundles, other => other.Id == parsed.Id ? parsed : other) },
            _facts,
            index,
            Site,
            ImmutableArray.CreateRange(Bundles, other => other.Facts.Bundle.Id == parsed.Id ? links : other));
    }

    /// <summary>The pages of a bundle, with what is known of their bodies.</summary>
    public ImmutableArray<PageLinks> Of(BundleId id) => Find(id)?.Pages ?? [];

    /// <summary>The file that a page which uses it would have at this address; whether one does is not asked.</summary>
    public LinkedAsset? FindAsset(string outputPath) => _assets.Value.GetValueOrDefault(outputPath);

    /// <summary>The files that these pages use, by address; each address once.</summary>
    public static ImmutableArray<LinkedAsset> AssetsOf(IEnumerable<PageLinks> pages) =>
    [
        .. pages
            .SelectMany(page => page.Findings.Assets)
            .DistinctBy(asset => asset.Url)
            .OrderBy(asset => asset.Url.Path, StringComparer.Ordinal),
    ];

    /// <summary>What a translation inherits it may also report again.</summary>
    public static ImmutableArray<Diagnostic> Once(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.DistinctBy(one => (one.Code, one.Where, one.Message))];

    private BundleLinks? Find(BundleId id) => Bundles.FirstOrDefault(bundle => bundle.Facts.Bundle.Id == id);

    private Dictionary<string, LinkedAsset> FindAssets()
    {
        var assets = new Dictionary<string, LinkedAsset>(StringComparer.Ordinal);
        foreach (var file in Parsed.Bundles.SelectMany(bundle => bundle.Files.Values).OfType<AssetFile>())
        {
            var asset = Files.Asset(file);
            assets[asset.Url.OutputPath] = asset;
        }

        return assets;
    }
}
