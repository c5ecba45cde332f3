using FsCheck;
using FsCheck.Xunit;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Parse;

public sealed class AcceptedTextTests
{
    private static readonly Language s_en = new("en");

    [Fact]
    public void The_head_says_when_and_of_what_and_the_rest_is_the_text()
    {
        var (text, diagnostics) = Parse(
            """
            ---
            accepted: 2026-05-20
            source_language: zh
            updated: 2026-04-01
            title: "标题"
            sections:
              "结果": 2026-06-01
            ---

            开头。

            ## 结果
            """);

        Assert.Empty(diagnostics);
        Assert.Equal((s_en, new Language("zh"), new DateOnly(2026, 5, 20), "标题"), (text!.Language, text.Source, text.Date, text.Title));
        Assert.Equal(new DateOnly(2026, 6, 1), text.LaterDates["结果"]);
        Assert.Equal(new DateTime(2026, 4, 1), text.SourceUpdated!.Value.Instant.DateTime);
        Assert.Equal(["_title", "_start", "结果"], text.Sections.Select(section => section.Id));
    }

    [Theory]
    [InlineData("title: x", "parse/missing-key")]
    [InlineData("accepted: yesterday", "parse/bad-date")]
    [InlineData("accepted: 2026-05-20\nsource_language: fr", "parse/not-a-language")]
    [InlineData("accepted: 2026-05-20\nsections: all", "parse/wrong-type")]
    [InlineData("accepted: 2026-05-20\nsections: {a: soon}", "parse/bad-date")]
    [InlineData("<<<<<<< HEAD\naccepted: 2026-05-20", "parse/")]
    public void A_head_that_says_nothing_of_use_is_an_error(string head, string code)
    {
        var (text, diagnostics) = Parse($"---\n{head}\n---\n");

        Assert.Null(text);
        Assert.StartsWith(code, Assert.Single(diagnostics, found => found.Severity == Severity.Error).Code, StringComparison.Ordinal);
    }

    [Property]
    public bool What_is_printed_is_read_again(NonNull<string> title, NonNull<string> id, PositiveInt day)
    {
        var clean = (string text) => ForbiddenCharacters.Replace(text, out _, out _).Trim();
        var (wanted, date) = (clean("T" + title.Get), new DateOnly(2026, 1, 1).AddDays(day.Get % 3000));
        var printed = AcceptedTextPrinter.Print(new(date, new("zh"), new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)), true), wanted, [("s" + clean(id.Get), date)]), "Body.\r\n\r\n## A\r\n");
        var (text, diagnostics) = Parse(printed);
        return diagnostics.IsEmpty && text!.Title == wanted && text.Date == date && text.LaterDates["s" + clean(id.Get)] == date
            && text.SourceUpdated!.Value.Instant.Minute == 4 && text.Sections.Length == 3 && !printed.Contains('\r', StringComparison.Ordinal);
    }

    private static Outcome<AcceptedText?> Parse(string text) => AcceptedTextParser.Parse(new SourceFile("en.md", text), s_en, TestSettings.ChineseAndEnglish);
}
