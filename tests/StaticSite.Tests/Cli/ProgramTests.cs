using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using StaticSite.Cli;
using StaticSite.Cli.Console;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Cli;

/// <summary>
/// The program as it is started by users says and writes what the same code does inside a test. That is more than it seems where it is
/// compiled to native code: types that are only asked for by name may be missing there.
/// </summary>
public sealed partial class ProgramTests
{
    private static readonly string[] s_styles = ["gb-t-7714-2025-numeric", "gb-t-7714-2015-numeric", "ama-11", "nlm-vancouver"], s_formats = ["html", "text", "json"];

    public static TheoryData<string> GoldenSites => ["bilingual", "broken", "broken-settings", "empty", "one-language-missing", "three-languages", "translations"];

    [Theory]
    [MemberData(nameof(GoldenSites))]
    public Task A_golden_site_is_built(string name) => Compare(
        GoldenSite(name),
        ["build", "--drafts", "--future"],
        ["build", "--drafts", "--future", "--verify"],
        ["build", "--format", "json"],
        ["translations"],
        ["translations", "--format", "json"],
        ["why", "/zh/", "--format", "json"],
        ["why", "/zh/"]);

    [Fact]
    public Task An_article_is_made_accepted_and_built() => Compare(
        GoldenSite("translations"),
        ["new", "article", "first", "--title", "zh=干细胞是什么"],
        ["translations", "accept", "revised"],
        ["translations"],
        ["build", "--drafts"],
        ["why", "/en/articles/revised/"]);

    [Fact]
    public Task The_real_site_is_built_and_its_references_are_listed_in_every_style() => Compare(
        () => new TestSite(Path.Join(Repository.Root, "input"), Path.Join(Repository.Root, "theme")),
        [
            ["build", "--strict"],
            .. from style in s_styles
               from format in s_formats
               select new[] { "cite", Path.Join("input", "data", "references.yml"), "--style", style, "--format", format },
        ]);

    [Fact]
    public Task What_cannot_be_done_is_explained() => Compare(
        GoldenSite("bilingual"),
        ["--help"],
        ["build", "--help"],
        ["buidl"],
        ["build", "--output", "ROOT/input"],
        ["why", "/zh/nothing/"],
        ["cite", "missing.bib"],
        ["publish", "production"]);

    private static Func<TestSite> GoldenSite(string name) => () => new TestSite(Path.Combine(Repository.Tests, "Sites", name, "input"), TestSite.GoldenTheme);

    /// <summary>The same commands on two copies of a site, one after the other.</summary>
    private static async Task Compare(Func<TestSite> create, params string[][] commands)
    {
        using var inside = create();
        using var outside = create();
        foreach (var command in commands)
        {
            var (expected, actual) = (await RunInside(inside.Root, command), await RunOutside(outside.Root, command));
            Assert.True(expected == actual, $"{string.Join(' ', command)}\n\nin the test:\n{expected}\n\nthe program:\n{actual}");
        }

        var files = TestSite.ReadFolder(inside.Root);
        var others = TestSite.ReadFolder(outside.Root);
        Assert.Equal(files.Keys.Where(IsNoMemory), others.Keys.Where(IsNoMemory));
        Assert.All(files.Where(file => IsNoMemory(file.Key)), file => Assert.Equal(file.Value, others[file.Key]));
    }

    /// <summary>The cache holds dates of files, which the two copies do not share.</summary>
    private static bool IsNoMemory(string path) => !path.StartsWith(".staticsite/", StringComparison.Ordinal);

    private static async Task<string> RunInside(string root, string[] command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(WithRoot(root, command), new Terminal(output, error), SiteBuild.Run);
        return Said(root, code, output.ToString(), error.ToString()).Replace(RootCommand.ExecutableName, "staticsite", StringComparison.Ordinal);
    }

    private static async Task<string> RunOutside(string root, string[] command)
    {
        using var process = Process.Start(ProgramUnderTest.Start(WithRoot(root, command)))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Said(root, process.ExitCode, output, await error);
    }

    private static string[] WithRoot(string root, string[] command) => command switch
    {
        ["cite", var file, .. var rest] => ["cite", Path.Join(root, file), .. rest],
        [.., "--help"] or ["--help"] or ["buidl"] => command,
        _ => [.. command.Select(word => word.Replace("ROOT", root, StringComparison.Ordinal)), "--root", root],
    };

    private static string Said(string root, int code, string output, string error) =>
        $"{code}\n{Seconds().Replace(output.Replace(root, "ROOT", StringComparison.Ordinal), "_ s")}\n{Seconds().Replace(error.Replace(root, "ROOT", StringComparison.Ordinal), "_ s")}";

    [GeneratedRegex(@"\d+\.\d+ s\b|(?<=""elapsed_ms"":)\d+")]
    private static partial Regex Seconds();
}
