using System.Collections.Immutable;
using StaticSite.Benchmarks.Articles;
using StaticSite.Benchmarks.Measuring;
using StaticSite.Benchmarks.Reports;
using StaticSite.Benchmarks.Sites;

namespace StaticSite.Benchmarks;

/// <summary>Sites of several sizes, generated, built, measured, deleted; then the tables.</summary>
internal sealed class SiteBenchmark
{
    private readonly SiteOptions _options;
    private readonly string _executable;
    private readonly string? _hugo;
    private readonly string? _eleventy;
    private readonly List<CaseResult> _results = [];
    private readonly List<string> _notes = [];

    private SiteBenchmark(SiteOptions options)
    {
        _options = options;
        _executable = options.Executable ?? Executable.Publish(Repository.Root, Path.Join(options.Work, "bin"));
        _hugo = options.WithHugo ? Installed.FindHugo() : null;
        _eleventy = options.WithEleventy && options.Site is null ? Installed.InstallEleventy(Path.Join(options.Work, "eleventy")) : null;
        if (_hugo is not null)
        {
            _notes.Add("Hugo's related index is tuned: tags that more than a tenth of the articles have are left out.");
        }

        NoteMissing(options.WithHugo && _hugo is null, "Hugo");
        NoteMissing(options.WithEleventy && options.Site is null && _eleventy is null, "Eleventy");
    }

    public static void Run(SiteOptions options)
    {
        using var work = new ScratchFolder(options.Work, options.Keep);
        var machine = Machine.Describe(options.Work);
        Log($"The sites stand in {options.Work}.");
        var benchmark = new SiteBenchmark(options);
        if (options.Site is not null)
        {
            benchmark.MeasurePrepared();
        }
        else
        {
            foreach (var size in options.Articles)
            {
                benchmark.MeasureGenerated(size);
            }
        }

        benchmark.MeasureRealSite();
        new Report([.. benchmark._results], [machine, options.Runs == 1 ? "One run of each." : $"Medians of {options.Runs} runs.", .. benchmark._notes]).Publish(options);
    }

    private void MeasureGenerated(int size)
    {
        Log($"{size} articles: writing them");
        using var folder = OpenFolder($"{size}");
        List<(Tool Tool, ISiteWriter Writer)> tools = [(Tool.StaticSite(folder.PathOf("site"), _executable), new StaticSiteWriter(folder.PathOf("site"), Repository.Theme))];
        if (_options.WithUncited)
        {
            var site = folder.PathOf("uncited");
            tools.Add((Tool.StaticSite(site, _executable, Tool.Uncited), new UncitedWriter(new StaticSiteWriter(site, Repository.Theme))));
        }

        if (_hugo is not null)
        {
            tools.Add((Tool.Hugo(folder.PathOf("hugo"), _hugo), new HugoWriter(folder.PathOf("hugo"))));
        }

        if (_eleventy is not null)
        {
            tools.Add((Tool.Eleventy(folder.PathOf("eleventy"), Path.Join(_options.Work, "eleventy", "node_modules"), _eleventy), new EleventyWriter(folder.PathOf("eleventy"))));
        }

        SiteSources.Write(Corpus.Create(size), [.. tools.Select(tool => tool.Writer)]);
        Measure(size, [.. tools.Select(tool => tool.Tool)]);
    }

    private void MeasurePrepared()
    {
        using var folder = OpenFolder("prepared");
        ImmutableArray<Tool> tools = [Copy(_options.Site!, folder.PathOf("site"))];
        if (_options.Hugo is not null && _hugo is not null)
        {
            new SiteFolder(folder.PathOf("hugo")).CopyFrom(_options.Hugo, except: ["public", "resources"]);
            tools = tools.Add(Tool.Hugo(folder.PathOf("hugo"), _hugo));
        }

        Measure(Directory.GetDirectories(Path.Join(_options.Site, "input", "articles")).Length, tools);
    }

    private void Measure(int articles, ImmutableArray<Tool> tools)
    {
        var runner = Runner(articles);
        _results.AddRange(runner.FromNothing(tools).Where(_ => _options.Cases.Contains(BuildCase.Nothing)));
        foreach (var edited in _options.Cases.Where(one => one.Edit is not null))
        {
            _results.Add(runner.AfterEdit(edited, tools[0]));
        }
    }

    private void MeasureRealSite()
    {
        if (_options.Cases.Contains(BuildCase.Nothing))
        {
            using var folder = OpenFolder("real");
            var articles = Directory.GetDirectories(Path.Join(Repository.Root, "input", "articles")).Length;
            var result = Runner(articles).FromNothing([Copy(Repository.Root, folder.PathOf("site"))]).Single();
            _results.Add(result with { Case = BuildCase.RealSite });
        }
    }

    private ScratchFolder OpenFolder(string name) => new(Path.Join(_options.Work, name), _options.Keep);

    private CaseRunner Runner(int articles) => new(articles, _options.Runs, Machine.IsInMemory(_options.Work), Log);

    private Tool Copy(string site, string to)
    {
        var theme = Path.Join(site, "theme");
        new SiteFolder(Path.Join(to, "input")).CopyFrom(Path.Join(site, "input"));
        new SiteFolder(Path.Join(to, "theme")).CopyFrom(Directory.Exists(theme) ? theme : Repository.Theme);
        return Tool.StaticSite(to, _executable);
    }

    private void NoteMissing(bool isMissing, string name)
    {
        if (isMissing)
        {
            _notes.Add($"{name} is not installed here and was not measured.");
            Log(_notes[^1]);
        }
    }

    private static void Log(string line) => Console.Error.WriteLine(line);
}
