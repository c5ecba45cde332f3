using System.Globalization;
using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks.Reports;

/// <summary>What the generator has promised.</summary>
internal sealed class Targets
{
    private readonly IReadOnlyList<CaseResult> _results;

    private Targets(IReadOnlyList<CaseResult> results) => _results = results;

    public static IReadOnlyList<Target> Of(IReadOnlyList<CaseResult> results)
    {
        var targets = new Targets(results);
        return
        [
            new("from nothing, 1,000 articles, CPU ÷ Hugo's", 0.4, targets.ToHugo(1_000, cost => cost.Cpu)),
            new("from nothing, 1,000 articles, peak memory ÷ Hugo's", 0.33, targets.ToHugo(1_000, cost => cost.Peak)),
            new("from nothing, 10,000 articles, CPU ÷ Hugo's", 0.25, targets.ToHugo(10_000, cost => cost.Cpu)),
            new("from nothing, 10,000 articles, peak memory ÷ Hugo's", 0.15, targets.ToHugo(10_000, cost => cost.Peak)),
            new("from nothing, 100 articles, wall ÷ Hugo's", 0.8, targets.ToHugo(100, cost => cost.Wall)),
            new("from nothing, 1,000 articles, CPU ÷ the same without citations", 1.2, targets.ToUncited(cost => cost.Cpu)),
            new("from nothing, 1,000 articles, wall ÷ the same without citations", 1.2, targets.ToUncited(cost => cost.Wall)),
            new("CPU at 10,000 ÷ CPU at 1,000", 11, targets.Own(10_000, BuildCase.Nothing)?.Cost.Cpu / targets.Own(1_000, BuildCase.Nothing)?.Cost.Cpu),
            .. targets.Unchanged(1_000, 0.25),
            .. targets.Unchanged(10_000, 1.0),
            new("one article edited, 10,000, wall in s", 1.3, targets.Own(10_000, BuildCase.Article)?.Cost.Wall),
            .. targets.NothingNeedless(),
            new("this repository's site from nothing, wall in s", 0.8, results.FirstOrDefault(result => result.Case == BuildCase.RealSite)?.Cost.Wall),
        ];
    }

    private IEnumerable<Target> Unchanged(int articles, double seconds)
    {
        var result = Own(articles, BuildCase.Unchanged);
        yield return new(Text($"nothing changed, {articles:N0}, wall in s"), seconds, result?.Cost.Wall);
        yield return new(Text($"nothing changed, {articles:N0}, files written"), 0, result?.Change.Files);
    }

    /// <summary>A file that was written and has the bytes that it had before shows nothing of the change.</summary>
    private IEnumerable<Target> NothingNeedless() =>
        _results.Where(result => result.Case == BuildCase.Article)
            .Select(result => new Target(Text($"one article edited, {result.Articles:N0}, files written that do not show it"), 0, result.Change.Same));

    private double? ToHugo(int articles, Func<Measurement, double> figure) =>
        ToOther(articles, tool => tool.StartsWith("Hugo", StringComparison.Ordinal), figure);

    private double? ToUncited(Func<Measurement, double> figure) => ToOther(1_000, tool => tool == Tool.Uncited, figure);

    private double? ToOther(int articles, Func<string, bool> isOther, Func<Measurement, double> figure)
    {
        var other = _results.FirstOrDefault(result => result.Articles == articles && result.Case == BuildCase.Nothing && isOther(result.Tool));
        return Own(articles, BuildCase.Nothing) is { } own && other is not null ? figure(own.Cost) / figure(other.Cost) : null;
    }

    private CaseResult? Own(int articles, BuildCase of) =>
        _results.FirstOrDefault(result => result.Articles == articles && result.Case == of && result.Tool == Tool.Own);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
