using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite.Tests.Parse.Markdown;

/// <summary>Texts that no editor writes, but a broken paste or an attack does: an answer in time, never a crash. A hang fails by the limit.</summary>
public class LargeInputTests
{
    private const int Count = 10_000;

    public static readonly TheoryData<string, string> Repeated = new()
    {
        { "> ", "quotes" }, { "[", "brackets" }, { "![", "image brackets" }, { "[a](", "links" }, { "*", "stars" }, { "*a ", "open emphasis" }, { "**a*b", "mixed emphasis" },
        { "_a_", "underscores" }, { "~a", "tildes" }, { "^a", "carets" }, { "`a ", "backticks" }, { "{", "braces" }, { "{.a ", "attribute lists" }, { "[@a; ", "citations" },
        { "@{a", "braced keys" }, { "@a ", "citations in text" }, { "[^1]", "notes" }, { "<a ", "tags" }, { "<b>", "elements" }, { "<!-- ", "comments" }, { "<script>", "scripts" },
        { "&#xFDD0;", "entities" }, { "- ", "lists" }, { "1. ", "ordered lists" }, { "    ", "indents" }, { "::: note\n", "boxes" }, { "::: note\n\n- ", "boxes in lists" }, { "| a ", "cells" },
        { "|a|b|\n|-|-|\n", "tables" }, { ": a {#tbl-a}\n", "captions" }, { "a\n: b\n", "definitions" }, { "https://a.example/(", "addresses" }, { "10.1234/", "DOIs" }, { "图1", "words" },
        { "Fig. ", "half words" }, { "# a\n", "headings" }, { "![a](a.svg){#fig-a}\n\n", "figures" }, { "中\n", "line breaks" }, { "<div>\n\n", "blocks of HTML" }, { "\\", "backslashes" },
        { "[a]: b\n", "definitions of links" }, { "<p title=\"", "attributes" }, { "</b>", "end tags" }, { "(", "round brackets" }, { "\u0301", "accents" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Repeated))]
    public async Task Ten_thousand_of_them_give_an_answer(string text, string what)
    {
        Assert.NotEmpty(what);
        foreach (var markdown in (string[])[string.Concat(Enumerable.Repeat(text, Count)), string.Concat(Enumerable.Repeat(text, Count)) + "x]]]>>>***}}}"])
        {
            var outcome = await Task.Run(() => Parse(markdown));
            Assert.True(outcome.Value.Body.Html.Length > 0 || outcome.Diagnostics.Length > 0 || text is "    " or "[a]: b\n");
        }
    }

    [Fact]
    public void A_paragraph_with_thousands_of_marks_that_do_not_nest_is_read()
    {
        var outcome = Parse(string.Concat(Enumerable.Repeat("见图1[@a]和**强调**、*词*与[链接](../x/)。", 1000)));
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(1000, outcome.Value.Body.Slots.OfType<CitationSlot>().Count());
    }

    [Fact]
    public void Text_that_nests_too_deeply_is_an_error()
    {
        var diagnostic = Assert.Single(Parse(string.Concat(Enumerable.Repeat("> ", Count)) + "x").Diagnostics);
        Assert.Equal(("parse/nesting-too-deep", Severity.Error), (diagnostic.Code, diagnostic.Severity));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("汉字，")]
    [InlineData("word ")]
    [InlineData("a")]
    [InlineData("见图1[@a]和[链接](../x/)")]
    public async Task A_line_of_150000_characters_is_read_to_its_end(string text)
    {
        var line = string.Concat(Enumerable.Repeat(text, 150_000 / text.Length)) + "END";
        var outcome = await Task.Run(() => Parse(line));
        Assert.Contains("END", outcome.Value.Body.Html, StringComparison.Ordinal);
        Assert.Empty(outcome.Diagnostics);
        Assert.True(outcome.Value.Summary.Length < 260);
    }

    private static Outcome<ParsedBody> Parse(string markdown) => MarkdownParser.Parse(new SourceFile("a.md", markdown), 0, new TermSources("", [], null));
}
