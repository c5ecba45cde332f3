using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>
/// A site in which a few articles have other texts than in the last build, and nothing else has changed. What that build found out about the
/// others holds; each is linked when somebody asks for it. Safe to use from many threads.
/// </summary>
internal sealed class EditedSite
{
    private readonly ConcurrentDictionary<BundleId, Lazy<BundleLinks>> _linked = new();
    private readonly EditedBundles _bundles;
    private readonly SiteFacts _facts;
    private readonly PageLinker _linker;
    private readonly PageIngredients _ingredients;
    private readonly Task<ImmutableArray<PageId>> _elsewhere;

    /// <param name="parsed">Without bundles.</param>
    /// <param name="memory">Of the last build.</param>
    /// <param name="bundles">Of which <see cref="EditedBundles.IsElsewhereAsItWas"/> is true.</param>
    /// <param name="edits">Those of <paramref name="bundles"/>.</param>
    public EditedSite(
        ParsedSite parsed, SiteMemory memory, ImmutableArray<SimilarityMemory?> similarities, EditedBundles bundles, ImmutableArray<BundleEdit> edits)
    {
        _bundles = bundles;
        var (settings, data) = (parsed.Settings, parsed.Data);
        var outlines = bundles.Remember(ImmutableDictionary<BundleId, ImmutableArray<Diagnostic>>.Empty).Bundles.Select(bundle => bundle.Pages).ToImmutableArray();
        var lists = LinkedLists.Create(settings, data, [.. outlines.SelectMany(bundle => bundle)]);
        var similar = new SimilarArticles(lists.ByLanguage(settings), bundles.TermsOf, similarities);
        _elsewhere = Task.Run(() => similar.Replace(edits.SelectMany(edit => edit.TermsBefore).ToDictionary()));

        // All that has an address claims it, for which every bundle is read. Few texts link to addresses.
        var addresses = new Lazy<Addresses>(() => AddressPlan.Create(parsed, bundles.ReadAll(), lists, ImmutableArray.CreateBuilder<Diagnostic>()).Addresses);
        _facts = new(settings, data, lists, addresses, new(data.References), similar, new(lists.Articles), bundles.Disclaimers, memory.OfSite);
        _linker = new(bundles.Index, addresses, _facts.References);
        _ingredients = new(bundles.Index, data, lists);
        Site = new(settings, data, [.. outlines.SelectMany(Entries)], lists.Articles, lists.Terms, memory.Redirects, [], parsed.StaticFiles);
    }

    /// <summary>The site, but for the files that its bodies use.</summary>
    public LinkedSite Site { get; }

    /// <summary>The other articles that show other related reading now. No page may be asked what it shows before this is.</summary>
    public ImmutableArray<PageId> Elsewhere => _elsewhere.GetAwaiter().GetResult();

    /// <summary>Which articles are most like which.</summary>
    public SimilarArticles Similar => _facts.Similar;

    /// <summary>A bundle with all that links it to the rest of the site.</summary>
    public BundleLinks Link(BundleId id) =>
        _linked.GetOrAdd(id, id => new(() => BundleLinks.Create(_bundles.Facts(id), _facts, _bundles.Index, _linker, _ingredients))).Value;

    private IEnumerable<PageEntry> Entries(ImmutableArray<PageOutline> bundle)
    {
        var alternates = ImmutableArray.CreateRange(bundle, page => new Alternate(_bundles.Index.Languages[page.Id.Language], page.Summary.Url));
        return bundle.Select(page => new PageEntry(
            page.Summary, page.Meta, page.IsInSitemap, alternates, () => Link(page.Id).Page.Parsed, () => Link(page.Id).Shows(), () => Link(page.Id).Link()));
    }

    private PageLinks Link(PageId id) => Link(id.Bundle).Pages.First(page => page.Page.Id == id);
}
