using System.Text.Json;
using System.Text.RegularExpressions;
using StaticSite.Cli.Commands;
using StaticSite.Model;

namespace StaticSite.Tests.Cli;

public sealed partial class BuildCommandTests
{
    [Fact]
    public async Task A_clean_build_prints_one_line_and_exits_with_0()
    {
        var run = await CommandRun.Of("build");
        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        Assert.Equal("Built 48 pages in N s: 12 written, 36 unchanged, 0 removed.\n", WithoutTime(run.Out));
    }

    [Fact]
    public async Task Warnings_are_shown_on_standard_error_and_counted_and_exit_with_0()
    {
        var run = await CommandRun.Of(CommandRun.Finds(CommandRun.Warning), "build");
        Assert.Equal(0, run.Code);
        Assert.Equal("input/articles/a/zh.md:1:1: warning link/page-not-found: No bundle is named 'x'.\n  1 | 正文\n    | ~~~~\n", run.Error);
        Assert.Equal("Built 48 pages in N s: 12 written, 36 unchanged, 0 removed. 1 warning.\n", WithoutTime(run.Out));
    }

    [Fact]
    public async Task Warnings_under_strict_exit_with_1()
    {
        var run = await CommandRun.Of(CommandRun.Finds(CommandRun.Warning, CommandRun.Warning), "build", "--strict");
        Assert.Equal(1, run.Code);
        Assert.True(run.Options!.Strict);
        Assert.Equal("Nothing was written, the last output stands: 2 warnings (--strict).\n", run.Out);
    }

    [Fact]
    public async Task Errors_in_the_content_exit_with_1()
    {
        var run = await CommandRun.Of(CommandRun.Finds(CommandRun.Error1, CommandRun.Warning), "build");
        Assert.Equal(1, run.Code);
        Assert.Equal("Nothing was written, the last output stands: 1 error, 1 warning.\n", run.Out);
    }

    [Fact]
    public async Task Errors_in_the_settings_exit_with_2()
    {
        var inSettings = CommandRun.Error1 with { Where = new SourceSpan("input/site.yml", 0, 0) };
        Assert.Equal(2, (await CommandRun.Of(CommandRun.Finds(CommandRun.Error1, inSettings), "build")).Code);
    }

    [Fact]
    public async Task What_only_check_shows_is_not_shown()
    {
        var run = await CommandRun.Of(CommandRun.Finds(CommandRun.Warning with { Severity = Severity.Info }), "build", "--strict");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task All_diagnostics_are_shown_sorted_by_path_and_place()
    {
        var found = Enumerable.Range(0, 500).Select(number => CommandRun.Warning with { Where = new SourceSpan($"input/articles/{number % 7}/zh.md", number, 1) });
        var run = await CommandRun.Of(CommandRun.Finds([.. found]), "build");
        var paths = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ToList();
        Assert.Equal(500, paths.Count);
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
    }

    [Fact]
    public async Task Every_option_reaches_the_build()
    {
        var root = Directory.CreateTempSubdirectory("staticsite-cli-");
        try
        {
            var run = await CommandRun.Of("build", "--root", root.FullName, "--output", "out", "--base-url", "https://preview.example.org", "--drafts", "--future", "--fresh", "--strict", "--format", "json");
            var expected = new BuildOptions(root.FullName, Path.GetFullPath("out"), new Uri("https://preview.example.org"), Drafts: true, Future: true, run.Options!.Now, Strict: true, Fresh: true);
            Assert.Equal(expected, run.Options);
            Assert.InRange(DateTimeOffset.UtcNow - run.Options.Now, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        }
        finally
        {
            root.Delete();
        }
    }

    [Fact]
    public async Task The_output_lies_below_the_root_unless_it_is_named()
    {
        var run = await CommandRun.Of("build");
        Assert.Equal((Environment.CurrentDirectory, Path.Join(Environment.CurrentDirectory, "output")), (run.Options!.Root, run.Options.Output));
        Assert.Equal((null, false, false), (run.Options.BaseUrl, run.Options.Drafts, run.Options.Strict));
    }

    [Theory]
    [InlineData("")]
    [InlineData("biuld")]
    [InlineData("build --bogus")]
    [InlineData("build extra")]
    [InlineData("build --format xml")]
    [InlineData("build --root /no/such/folder")]
    [InlineData("build --output")]
    [InlineData("build --output=")]
    [InlineData("build --base-url example.org")]
    [InlineData("build --base-url ftp://example.org")]
    [InlineData("build --base-url https://example.org/?a=b")]
    [InlineData("build --base-url https://example.org/a/")]
    [InlineData("build @options.txt")]
    public async Task Bad_usage_is_told_on_standard_error_and_exits_with_2(string line)
    {
        var run = await CommandRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, "", null), (run.Code, run.Out, run.Options));
        Assert.Contains("--help' shows what can be typed.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("build --help")]
    [InlineData("build --bogus -h")]
    public async Task Help_shows_examples_and_exit_codes(string line)
    {
        var run = await CommandRun.Of(line.Split(' '));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(BuildCommand.Examples.ReplaceLineEndings("\n"), run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_name_and_a_number()
    {
        var run = await CommandRun.Of("--version");
        Assert.Equal(0, run.Code);
        Assert.Matches(@"^staticsite \d+\.\d+\.\d+\n$", run.Out);
    }

    [Fact]
    public async Task A_disk_that_fails_exits_with_2_and_one_line()
    {
        var run = await CommandRun.Of((_, _, _) => throw new IOException("No space left on device: '/output'"), "build");
        Assert.Equal((2, "", "error: No space left on device: '/output'\n"), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task A_fault_of_the_program_exits_with_2_and_one_line_without_a_stack_trace()
    {
        var run = await CommandRun.Of((_, _, _) => throw new AggregateException(new InvalidOperationException("Two\nlines.")), "build");
        Assert.Equal(2, run.Code);
        Assert.StartsWith("internal error: InvalidOperationException: Two lines. This is a fault of staticsite", run.Error, StringComparison.Ordinal);
        Assert.Contains("please report it", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_interrupted_build_exits_with_130()
    {
        var run = await CommandRun.Of((_, _, _) => throw new OperationCanceledException(), "build");
        Assert.Equal((130, ""), (run.Code, run.Out));
        Assert.StartsWith("interrupted: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_ends_with_the_event_done()
    {
        var run = await CommandRun.Of(CommandRun.Finds(CommandRun.Warning), "build", "--format", "json");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("""{"event":"diagnostic","code":"link/page-not-found","severity":"warning","path":"input/articles/a/zh.md","line":1,"column":1,"end_line":1,"end_column":3,"message":"No bundle is named 'x'."}""", lines[0]);
        Assert.Matches("""^\{"event":"done","pages":48,"written":12,"unchanged":36,"removed":0,"errors":0,"warnings":1,"elapsed_ms":\d+\}$""", lines[^1]);
        Assert.Equal((2, ""), (lines.Length, run.Error));
    }

    [Fact]
    public async Task Json_ends_with_the_event_done_after_a_failure_too()
    {
        var run = await CommandRun.Of((_, _, _) => throw new IOException("full"), "build", "--format", "json");
        var events = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(2, run.Code);
        Assert.Equal(["failed", "done"], events.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal("full", events[0].GetProperty("message").GetString());
        Assert.Equal(1, events[1].GetProperty("errors").GetInt32());
    }

    [Fact]
    public async Task Json_tells_of_each_stage_that_is_done()
    {
        var run = await CommandRun.Of(
            (options, progress, cancellation) =>
            {
                progress!.Report(new BuildProgress("parse", 1, 2));
                progress.Report(new BuildProgress("parse", 2, 2));
                return CommandRun.Finds()(options, progress, cancellation);
            },
            "build", "--format", "json");
        Assert.StartsWith("""{"event":"progress","stage":"parse","done":2,"total":2}""" + "\n" + """{"event":"done",""", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Github_annotations_are_escaped()
    {
        var found = new Diagnostic("link/x", Severity.Error, new SourceSpan("input/a,b:c/zh.md", 0, 0), "100% wrong\nreally", "Type, this: that");
        var run = await CommandRun.Of(CommandRun.Finds(found), "build", "--format", "github");
        Assert.Equal(
            "::error file=input/a%2Cb%3Ac/zh.md,line=1,col=1,title=link/x::100%25 wrong%0Areally%0Ahint: Type, this: that\nNothing was written, the last output stands: 1 error.\n",
            run.Out);
    }

    private static string WithoutTime(string text) => Seconds().Replace(text, "N s");

    [GeneratedRegex(@"\d+\.\d\d s")]
    private static partial Regex Seconds();
}
