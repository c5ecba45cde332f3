using BenchmarkDotNet.Attributes;
using StaticSite.Parse;

namespace StaticSite.Benchmarks.Micro;

/// <summary>One operation is one page, Chinese and English in turn.</summary>
public class ParseBenchmarks : MicroBenchmark
{
    private static readonly TermSources s_noSources = new("", [], null);

    private int[] _bodies = [];
    private int _next;

    [Benchmark]
    public object? FrontMatter() => FrontMatterParser.Parse(Site.Texts[Next()], Site.Settings).Value.FrontMatter;

    [Benchmark]
    public object Markdown()
    {
        var page = Next();
        return MarkdownParser.Parse(Site.Texts[page], _bodies[page], s_noSources).Value;
    }

    private int Next() => _next = (_next + 1) % _bodies.Length;

    private protected override void Prepare()
    {
        _bodies = [.. Site.Texts.Select(text => FrontMatterParser.Parse(text, Site.Settings).Value.BodyStart)];
    }
}
