using System.CommandLine;
using System.Globalization;
using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks;

/// <summary>The command <c>site</c>: whole builds by the published executable.</summary>
internal static class SiteCommand
{
    private static readonly Option<string> s_articles = new("--articles") { Description = "Sizes of the generated sites.", DefaultValueFactory = _ => "100,1000,10000" };
    private static readonly Option<string> s_cases = new("--cases") { Description = "Which builds are measured.", DefaultValueFactory = _ => string.Join(',', BuildCase.All.Select(one => one.Id)) };

    private static readonly Option<string> s_work = new("--work")
    {
        Description = "Where sites and outputs stand while they are measured, in a folder of their own: about 200 KB per article.",
        DefaultValueFactory = _ => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
    };

    private static readonly Option<int> s_runs = new("--runs") { Description = "Runs of each case; their median counts.", DefaultValueFactory = _ => 3 };
    private static readonly Option<string> s_with = new("--with") { Description = "What is measured beside it, where it is found: hugo, eleventy; uncited, the same texts without citations; or none.", DefaultValueFactory = _ => "hugo,eleventy,uncited" };
    private static readonly Option<string?> s_executable = new("--executable") { Description = "A published staticsite. Default: it is published first." };
    private static readonly Option<string?> s_table = new("--table") { Description = "A file for the tables." };
    private static readonly Option<bool> s_readme = new("--readme") { Description = "Puts the table into README.md." };
    private static readonly Option<bool> s_keep = new("--keep") { Description = "Leaves the sites and their outputs where they are, to be looked at." };
    private static readonly Option<string?> s_site = new("--site") { Description = "A prepared site (input/, and theme/ or the repository's) instead of generated ones. It is copied." };
    private static readonly Option<string?> s_hugo = new("--hugo") { Description = "The same site for Hugo, with hugo-tuned.yaml. It is copied." };

    public static Command Create()
    {
        var command = new Command("site", "Measures builds of bilingual sites: from nothing and after small changes. Linux and macOS.")
        {
            s_articles, s_work, s_runs, s_with, s_cases, s_executable, s_table, s_readme, s_keep, s_site, s_hugo,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult given)
    {
        // Ctrl+C stops the build that is measured, which ends the benchmark, and leaves time to delete the sites.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        try
        {
            SiteBenchmark.Run(Options(given));
            return 0;
        }
        catch (Exception error) when (error is BenchmarkException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static SiteOptions Options(ParseResult given) => new(
        [.. given.GetRequiredValue(s_articles).Split(',').Select(ParseSize)],
        Path.Join(Path.GetFullPath(given.GetRequiredValue(s_work)), $"staticsite-benchmarks-{Environment.ProcessId}"),
        Math.Max(1, given.GetRequiredValue(s_runs)),
        [.. given.GetRequiredValue(s_cases).Split(',').Select(FindCase)],
        FullPath(given.GetValue(s_executable)),
        FullPath(given.GetValue(s_table)),
        given.GetValue(s_readme))
    {
        Keep = given.GetValue(s_keep),
        WithHugo = given.GetRequiredValue(s_with).Split(',').Contains("hugo"),
        WithEleventy = given.GetRequiredValue(s_with).Split(',').Contains("eleventy"),
        WithUncited = given.GetRequiredValue(s_with).Split(',').Contains("uncited"),
        Site = FullPath(given.GetValue(s_site)),
        Hugo = FullPath(given.GetValue(s_hugo)),
    };

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);

    private static int ParseSize(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : throw new BenchmarkException($"'{text}' is no number of articles.");

    private static BuildCase FindCase(string id) =>
        BuildCase.All.FirstOrDefault(one => one.Id == id) ?? throw new BenchmarkException($"There is no case '{id}'; there are {string.Join(", ", BuildCase.All.Select(one => one.Id))}.");
}
