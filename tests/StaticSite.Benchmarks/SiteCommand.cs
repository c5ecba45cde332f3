using System.CommandLine;
using System.Globalization;
using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks;

/// <summary>The command <c>site</c>: whole builds by the published executable.</summary>
internal static class SiteCommand
{
    private static readonly Option<int[]> s_articles = new("--articles")
    {
        Description = "Sizes of the generated sites.",
        DefaultValueFactory = _ => [100, 1000, 10000],
        CustomParser = given => ParseSizes(given.Tokens[0].Value, given.AddError),
    };

    private static readonly Option<BuildCase[]> s_cases = new("--cases")
    {
        Description = $"Which cases: {string.Join(", ", BuildCase.All.Select(one => one.Id))}. Default: all.",
        DefaultValueFactory = _ => [.. BuildCase.All],
        CustomParser = given => ParseCases(given.Tokens[0].Value, given.AddError),
    };

    private static readonly Option<string> s_work = new("--work")
    {
        Description = "A folder for sites and outputs, of which each size needs about 200 KB per article. Default: in memory, where the system has a place for that.",
        DefaultValueFactory = _ => Path.Join(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), "staticsite-benchmarks"),
    };

    private static readonly Option<int> s_runs = new("--runs") { Description = "Runs of each case; their median counts.", DefaultValueFactory = _ => 3 };
    private static readonly Option<string> s_with = new("--with") { Description = "What is measured beside it, where it is found: hugo, eleventy, or none.", DefaultValueFactory = _ => "hugo,eleventy" };
    private static readonly Option<string?> s_executable = new("--executable") { Description = "A published staticsite. Default: it is published first." };
    private static readonly Option<string?> s_table = new("--table") { Description = "A file for the tables." };
    private static readonly Option<bool> s_readme = new("--readme") { Description = "Puts the table into README.md." };
    private static readonly Option<string?> s_site = new("--site") { Description = "A prepared site (input/, and theme/ or the repository's) instead of generated ones. It is copied." };
    private static readonly Option<string?> s_hugo = new("--hugo") { Description = "The same site for Hugo, with hugo-tuned.yaml. It is copied." };

    public static Command Create()
    {
        var command = new Command("site", "Measures builds of bilingual sites: from nothing and after small changes. Linux and macOS.")
        {
            s_articles, s_work, s_runs, s_with, s_cases, s_executable, s_table, s_readme, s_site, s_hugo,
        };
        command.SetAction(given => Run(Options(given)));
        return command;
    }

    private static int Run(SiteOptions options)
    {
        try
        {
            SiteBenchmark.Run(options);
            return 0;
        }
        catch (Exception error) when (error is BenchmarkException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static SiteOptions Options(ParseResult given) => new(
        given.GetRequiredValue(s_articles),
        Path.GetFullPath(given.GetRequiredValue(s_work)),
        Math.Max(1, given.GetRequiredValue(s_runs)),
        given.GetRequiredValue(s_cases),
        FullPath(given.GetValue(s_executable)),
        FullPath(given.GetValue(s_table)),
        given.GetValue(s_readme))
    {
        WithHugo = given.GetRequiredValue(s_with).Split(',').Contains("hugo"),
        WithEleventy = given.GetRequiredValue(s_with).Split(',').Contains("eleventy"),
        Site = FullPath(given.GetValue(s_site)),
        Hugo = FullPath(given.GetValue(s_hugo)),
    };

    private static string? FullPath(string? path) => path is null ? null : Path.GetFullPath(path);

    private static BuildCase[] ParseCases(string text, Action<string> refuse)
    {
        var unknown = text.Split(',').FirstOrDefault(id => BuildCase.All.All(one => one.Id != id));
        if (unknown is not null)
        {
            refuse($"There is no case '{unknown}'; there are {string.Join(", ", BuildCase.All.Select(one => one.Id))}.");
        }

        return [.. BuildCase.All.Where(one => text.Split(',').Contains(one.Id))];
    }

    private static int[] ParseSizes(string text, Action<string> refuse)
    {
        var sizes = text.Split(',').Select(size => int.TryParse(size, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        if (sizes.Any(size => size < 1))
        {
            refuse($"'{text}' is no list of numbers of articles.");
        }

        return sizes;
    }
}
