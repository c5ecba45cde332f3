using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using StaticSite.Link;
using StaticSite.Model;

namespace StaticSite.Benchmarks.Micro;

/// <summary>Related reading of all pages of a site.</summary>
public class RelatedBenchmarks : MicroBenchmark
{
    private ImmutableArray<SitePage> _pages;
    private SiteIndex _index = null!;
    private LinkedLists _lists = null!;

    [Benchmark]
    public int Related()
    {
        var related = new Related(_pages, _lists.Articles, _index, ImmutableArray.CreateBuilder<Diagnostic>());
        return _pages.Sum(page => related.Of(page.Id).Length);
    }

    private protected override void Prepare()
    {
        _pages = [.. Visibility.Choose(Translations.Inherit(Site.Input.Site), Site.Options).Select(SitePage.Create)];
        _index = new SiteIndex(Site.Input.Site, _pages);
        _lists = LinkedLists.Create(Site.Input.Site, _pages, Link.Articles.Order(_pages, Site.Input.Site.Settings), ImmutableArray.CreateBuilder<Diagnostic>());
    }
}
