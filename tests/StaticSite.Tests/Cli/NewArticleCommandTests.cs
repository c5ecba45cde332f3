using System.Text.Json;
using StaticSite.Cli;
using StaticSite.Cli.Console;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Cli;

public sealed class NewArticleCommandTests : IDisposable
{
    private readonly TestSite _site = new(Path.Combine(Repository.Tests, "Sites", "translations", "input"), TestSite.GoldenTheme);

    [Fact]
    public async Task The_files_that_were_made_are_named()
    {
        var run = await Run("my-topic", "--title", "zh=标题：a=b", "--title", "en=A title");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(2, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches("^Created .*input/articles/my-topic/zh\\.md\nCreated .*input/articles/my-topic/en\\.md\n$", run.Out);
        Assert.StartsWith("---\ntitle: \"标题：a=b\"\n", await File.ReadAllTextAsync(Path.Join(_site.Root, "input/articles/my-topic/zh.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_names_them_with_the_link_that_opens_them()
    {
        var line = JsonDocument.Parse((await Run("--title", "en=A title", "--format", "json")).Out).RootElement;
        var file = Assert.Single(line.GetProperty("files").EnumerateArray());

        Assert.Equal(("created", "a-title"), (line.GetProperty("event").GetString(), line.GetProperty("id").GetString()));
        Assert.Equal(("en", "input/articles/a-title/en.md", 8), (file.GetProperty("language").GetString(), file.GetProperty("path").GetString(), file.GetProperty("line").GetInt32()));
        Assert.StartsWith("vscode://file/", file.GetProperty("editor_link").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_exits_with_2_and_says_what_to_do()
    {
        var text = await Run("revised", "--title", "zh=甲");
        Assert.Equal((2, "", "error: 'revised' is taken.\n  hint: Choose another: an id is unique among all articles and pages.\n"), text);

        var json = await Run("revised", "--title", "zh=甲", "--format", "json");
        Assert.Equal(2, json.Code);
        Assert.Equal("'revised' is taken.", JsonDocument.Parse(json.Out).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_a_title_must_be_given() => Assert.Contains("An article needs a title.", (await Run()).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("--title 标题", "'标题' does not say which language it is in (--title). Write, for example: --title zh=\"标题\"")]
    [InlineData("--title zh=甲 --date 1.2.2026", "'1.2.2026' is no date (--date). Write, for example: --date 2026-11-22")]
    public async Task Bad_usage_exits_with_2(string line, string message)
    {
        var run = await Run(line.Split(' '));

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains("'staticsite new article --help' shows what can be typed.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_with_an_error_are_shown()
    {
        _site.Write("input/site.yml", "languages: []\n");

        var text = await Run("--title", "zh=甲");
        Assert.Equal(2, text.Code);
        Assert.Contains("input/site.yml", text.Error, StringComparison.Ordinal);
        var json = await Run("--title", "zh=甲", "--format", "json");
        Assert.Equal(2, json.Code);
        Assert.All(json.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("diagnostic", JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()));
    }

    public void Dispose() => _site.Dispose();

    private async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["new", "article", .. args, "--root", _site.Root], new Terminal(output, error), (_, _, _) => throw new InvalidOperationException());
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
