using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using StaticSite.Link;
using StaticSite.Model;

namespace StaticSite.Benchmarks.Micro;

/// <summary>Related reading of all articles of a site.</summary>
public class RelatedBenchmarks : MicroBenchmark
{
    private readonly HashSet<BundleId> _nothing = [];
    private ImmutableArray<ImmutableArray<PageSummary>> _lists;
    private Dictionary<PageId, Stored<TermWeights>> _terms = null!;

    [Benchmark]
    public int Related()
    {
        var similar = new SimilarArticles(_lists, id => _terms[id], []);
        return _lists.Sum(list => list.Sum(article => similar.Of(article.Id, _nothing, Site.Input.Site.Settings.Related).Count()));
    }

    private protected override void Prepare()
    {
        var linker = SiteLinker.Create(Site.Input.Site, Site.Options);
        _lists = [.. Site.Input.Site.Settings.Languages.Select(info => linker.Site.Articles[info.Language])];
        _terms = linker.Bundles.SelectMany(bundle => bundle.Pages).ToDictionary(page => page.Page.Id, page => page.Page.Parsed.Terms);
    }
}
