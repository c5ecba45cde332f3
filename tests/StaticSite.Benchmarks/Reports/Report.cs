using System.Globalization;
using System.Text;
using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks.Reports;

/// <summary>The results in Markdown.</summary>
/// <param name="Notes">About the machine and the run.</param>
internal sealed record Report(IReadOnlyList<CaseResult> Results, IReadOnlyList<string> Notes)
{
    public void Publish(SiteOptions options)
    {
        var text = $"{Table()}\n{Verdicts()}";
        Console.Write(text);
        if (options.Table is not null)
        {
            File.WriteAllText(options.Table, text);
        }

        if (options.Readme)
        {
            ReadmeSection.Replace(Path.Join(Repository.Root, "README.md"), Table());
        }
    }

    private string Table()
    {
        var table = new StringBuilder("| articles | build | generator | wall s | CPU s | peak MB | files written | MB written |\n|---:|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var ((articles, measured, tool, cost), change) in Results.Select(result => ((result.Articles, result.Case.Title, result.Tool, result.Cost), result.Change)))
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {articles:N0} | {measured} | {tool} | {cost.Wall:0.00} | {cost.Cpu:0.00} | {cost.Peak / 1e6:0} | {change.Files:N0} | {change.Bytes / 1e6:0.00} |");
        }

        return table.AppendLine().AppendJoin(' ', Notes).AppendLine().ToString();
    }

    private string Verdicts()
    {
        var table = new StringBuilder("| target | at most | measured | |\n|---|---:|---:|---|\n");
        foreach (var target in Targets.Of(Results))
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {target.Text} | {target.Limit:0.##} | {target.Measured:0.##} | {target.Verdict} |");
        }

        return table.ToString();
    }
}
