using System.Text.Json;
using System.Text.RegularExpressions;
using StaticSite.Cli;
using StaticSite.Cli.Console;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Cli;

/// <summary>On the golden site of translations: one is revised, one grew, one is current, one was deleted, one never confirmed.</summary>
public sealed partial class TranslationsCommandTests : IDisposable
{
    private readonly TestSite _site = new(Path.Combine(Repository.Tests, "Sites", "translations", "input"), TestSite.GoldenTheme);

    [Fact]
    public async Task Each_translation_is_a_line_that_starts_with_its_path()
    {
        var run = await Run("translations");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            input/articles/current/en.md: up-to-date, accepted 2025-03-02
            input/articles/deleted/en.md: missing
            input/articles/revised/en.md: outdated since 2026-01-10: 结果
            input/articles/undated/zh.md: outdated since 2025-04-02: Dose, New (added)
            input/pages/about/en.md: unconfirmed
            5 translations: 2 outdated, 1 missing, 1 unconfirmed, 1 up-to-date.

            """,
            run.Out);
    }

    [Fact]
    public async Task At_a_terminal_it_is_a_table()
    {
        var run = await Run(watched: true, "translations", "--state", "outdated", "--state", "missing");

        Assert.Equal(
            """
            Bundle   From  Into  State     Since       Sections
            deleted  zh    en    missing
            revised  zh    en    outdated  2026-01-10  结果
            undated  en    zh    outdated  2025-04-02  Dose, New (added)
            3 translations: 2 outdated, 1 missing.

            """,
            run.Out);
    }

    [Fact]
    public async Task Json_is_one_object_for_each_translation()
    {
        var run = await Run("translations", "--format", "json", "--language", "en");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        Assert.Equal(
            """{"id":"revised","language":"en","source_language":"zh","state":"outdated","path":"input/articles/revised/en.md","draft":false,"accepted":"2025-06-01","since":"2026-01-10","sections":[{"id":"结果","heading":"结果","change":"changed","since":"2026-01-10"}]}""",
            lines[2]);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task A_diff_shows_what_changed_in_the_source_and_which_numbers_differ()
    {
        var run = await Run("translations", "--diff", "undated");

        Assert.Equal(
            """
            input/articles/undated/zh.md: outdated since 2025-04-02

            Dose (changed since 2025-04-02)  --section dose
            ## Dose

            The dose was [-5-]{+50+} mg/kg.

            New (added since 2025-04-02)  --section new
            {+## New

            This is new.
            +}

            Numbers in one language only
              en: 50 mg/kg
              zh: 5 mg/kg

            """,
            run.Out);
    }

    [Fact]
    public async Task A_diff_as_json_has_the_runs()
    {
        var run = await Run("translations", "--diff", "undated", "--format", "json");
        using var json = JsonDocument.Parse(run.Out);

        Assert.Equal("""[{"kept":"## Dose\n\nThe dose was "},{"removed":"5"},{"added":"50"},{"kept":" mg/kg.\n\n"}]""", json.RootElement.GetProperty("sections")[0].GetProperty("diff").GetRawText());
        Assert.Equal("""[{"section":null,"only_in_en":["50 mg/kg"],"only_in_zh":["5 mg/kg"]}]""", json.RootElement.GetProperty("numbers").GetRawText());
    }

    [Fact]
    public async Task What_a_translator_has_done_is_accepted()
    {
        var run = await Run("translations", "accept", "revised");

        Assert.Equal((0, "Accepted 5 sections: input/articles/revised/.accepted/en.md\n", ""), (run.Code, run.Out, run.Error));
        Assert.Contains("input/articles/revised/en.md: up-to-date, accepted 2", (await Run("translations")).Out, StringComparison.Ordinal);
        Assert.Equal("Nothing to accept: that is up to date.\n", (await Run("translations", "accept", "revised", "--section", "结果")).Out);
    }

    [Theory]
    [InlineData("translations accept revized", "error: No bundle is named 'revized'.\n  hint: Did you mean 'revised'?\n")]
    [InlineData("translations --diff revized", "error: No bundle is named 'revized'.\n  hint: Did you mean 'revised'?\n")]
    [InlineData("translations --diff deleted", "error: 'deleted' has no translation.\n  hint: Write input/articles/deleted/en.md first.\n")]
    [InlineData("translations accept undated --section does", "error: No section of 'undated' has the id 'does'.\n  hint: Did you mean 'dose'?\n")]
    [InlineData("translations accept undated --language en", "error: 'en' is the source language of 'undated', no translation.\n  hint: The translations are: zh.\n")]
    public async Task What_does_not_exist_exits_with_2_and_a_hint(string line, string error)
    {
        var run = await Run(line.Split(' '));

        Assert.Equal((2, "", error), (run.Code, run.Out, run.Error));
    }

    [Theory]
    [InlineData("translations --state old", "staticsite translations --help")]
    [InlineData("translations accept", "staticsite translations accept --help")]
    public async Task Bad_usage_exits_with_2(string line, string help)
    {
        var run = await Run(line.Split(' '));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains($"'{help}' shows what can be typed.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_cannot_be_read_exits_with_1_and_the_others_are_listed()
    {
        _site.Write("input/articles/revised/zh.md", "---\ntitle: x: y\n---\n");
        var run = await Run("translations");

        Assert.Equal(1, run.Code);
        Assert.Contains("input/articles/revised/zh.md:2:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("revised", run.Out, StringComparison.Ordinal);
        Assert.Contains("input/pages/about/en.md: unconfirmed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_exit_with_2()
    {
        _site.Write("input/site.yml", "languages: []\n");
        var run = await Run("translations", "accept", "revised");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("input/site.yml", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_cannot_move_the_cursor_of_a_terminal()
    {
        _site.Write("input/articles/undated/en.md", "---\ntitle: T\u202Ex\ndate: 2025-04-01\nsource_language: en\n---\n\n## Do\u200Ese\n\nText\u200F.\n");

        Assert.DoesNotMatch("[\u200E\u200F\u202E\e]", (await Run("translations")).Out + (await Run("translations", "--diff", "undated")).Out);
    }

    public void Dispose() => _site.Dispose();

    private Task<(int Code, string Out, string Error)> Run(params string[] args) => Run(watched: false, args);

    /// <summary>As if it stood in the site's folder.</summary>
    private async Task<(int Code, string Out, string Error)> Run(bool watched, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error) { IsWatched = watched };
        var code = await CommandLine.RunAsync([.. args, "--root", _site.Root], terminal, (_, _, _) => throw new InvalidOperationException());
        return (code, Here(output), Here(error));
    }

    private static string Here(StringWriter writer) => Prefix().Replace(writer.ToString().ReplaceLineEndings("\n"), "input/");

    [GeneratedRegex(@"\S*/staticsite-test-\w+/input/")]
    private static partial Regex Prefix();
}
