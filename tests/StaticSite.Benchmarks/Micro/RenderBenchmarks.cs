using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;

namespace StaticSite.Benchmarks.Micro;

/// <summary>One operation is one page, from its linked body to the bytes of its file.</summary>
public class RenderBenchmarks : MicroBenchmark
{
    private ImmutableArray<OutputFile> _pages;
    private int _next;

    [Benchmark]
    public int Page() => _pages[_next = (_next + 1) % _pages.Length].Render().Value.Length;

    private protected override void Prepare()
    {
        var linked = SiteLinker.Create(Site.Input.Site, Site.Options).LinkBodies().Value;
        var theme = CompiledTheme.Compile(Site.Input.Theme, linked.Settings.Languages, SourceReader.ReadStylesheet);
        _pages = [.. SiteRenderer.Create(linked, theme, new(Site.Options.Now, SiteGenerator.Identity)).Value!.Plan().Where(file => file.Kind == OutputKind.Page)];
    }
}
