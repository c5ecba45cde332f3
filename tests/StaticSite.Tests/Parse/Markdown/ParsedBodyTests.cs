using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite.Tests.Parse.Markdown;

public class ParsedBodyTests
{
    [Fact]
    public void A_page_knows_nothing_of_the_page_before_it_not_even_of_one_that_failed()
    {
        const string text = "## 一 A\u0301\n\n图1，[^1] [a](../b/)\n\n- 二\n\n[^1]: c";
        var first = Parse(text);
        Parse(new string('>', 1000) + " x ![图](a.svg){#fig-a}");
        Parse("## 三\n\n<b>x</b> [^1]\n\n[^1]: d");
        var again = Parse(text);

        Assert.Equal((first.Body.Html, first.Summary, first.Length), (again.Body.Html, again.Summary, again.Length));
        Assert.Equal(first.Body.Slots.ToArray(), again.Body.Slots.ToArray());
        Assert.Equal(first.Terms.ToArray(), again.Terms.ToArray());
        Assert.Equal("一-á", first.Headings.Single().Id);
    }

    [Fact]
    public void Headings_carry_their_text_without_links_notes_and_citations()
    {
        var body = Parse("## 一、[研究](../x/)*背景*[@a][^1] H~2~O\n\n### Two {#sec-two}\n\n[^1]: 注。");
        Assert.Equal(
            [new Heading(2, "一研究背景-h2o", "一、研究<em>背景</em> H<sub>2</sub>O", "一、研究背景 H₂O"), new Heading(3, "sec-two", "Two", "Two")],
            body.Headings.ToArray());
    }

    [Fact]
    public void Figures_and_tables_are_counted_and_sections_have_their_place_in_the_outline()
    {
        var body = Parse(
            """
            ## 背景

            ## 方法 {#sec-methods}

            ### 患者 {#sec-patients}

            #### 深 {#sec-deep}

            ## 结果 {#sec-results}

            ![甲](a.svg){#fig-a}

            ![没有编号](n.svg)

            ![乙](b.svg){#fig-b}

            | a | b |
            |---|---|
            | 1 | 2 |
            : 表 {#tbl-t}
            """);
        Assert.Equal(
            ["Section sec-methods 2 ", "Section sec-patients 2.1 ", "Section sec-deep 2.1.1 ", "Section sec-results 3 ", "Figure fig-a 1 a.svg", "Figure fig-b 2 b.svg", "Table tbl-t 1 "],
            body.Numbered.Select(numbered => $"{numbered.Kind} {numbered.Id} {numbered.Number} {numbered.File}"));
        Assert.Equal(
            ["fig-a", "fig-b", "sec-deep", "sec-methods", "sec-patients", "sec-results", "tbl-t", "tbl-t-caption", "背景"],
            body.Anchors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_place_points_into_the_file_behind_its_front_matter()
    {
        const string frontMatter = "---\r\ntitle: 标题\r\n---\r\n";
        var file = new SourceFile("input/articles/a/zh.md", frontMatter + "> 第一行\r\n> 第二行 [图论](../grpah/)\r\n>\r\n> - 项目[@key, p. 3]与@fig-a，图1\r\n");
        var body = MarkdownParser.Parse(file, frontMatter.Length, new TermSources("", [], null)).Value.Body;
        string Text(SourceSpan span) => file.Text.Substring(span.Start, span.Length);
        Assert.Equal(["../grpah/", "../grpah/", "[@key, p. 3]", "@fig-a", "图1"], body.Slots.Select(slot => Text(slot.Where)));
        Assert.Equal("key", Text(body.Slots.OfType<CitationSlot>().Single().Cites.Single().Where));
    }

    [Fact]
    public void A_text_without_a_body_is_an_empty_page()
    {
        var body = Parse("");
        Assert.Equal(("", "", 0), (body.Body.Html, body.Summary, body.Length.HanCharacters));
    }

    [Fact]
    public void A_short_text_has_safe_html_and_no_slots()
    {
        var place = new SourceSpan("input/data/disclaimers.yml", 10, 5);
        var (html, diagnostics) = MarkdownParser.ParseFragment(
            new SourceFile(place.Path, ""), new Located<string>("本文**不是**医疗建议。\n请咨询[医生](https://example.org)或[我们](/contact/)，[@a] 图1 [相对](../x/)。", place));
        Assert.Equal(
            "<p>本文<strong>不是</strong>医疗建议。请咨询<a href=\"https://example.org\" rel=\"external\">医生</a>或<a href=\"/contact/\">我们</a>，[@a] 图1 相对。</p>",
            html);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("parse/link-not-absolute", place), (diagnostic.Code, diagnostic.Where));
    }

    [Fact]
    public void A_short_text_holds_no_images()
    {
        var place = new SourceSpan("input/data/disclaimers.yml", 10, 5);
        var (html, diagnostics) = MarkdownParser.ParseFragment(new SourceFile(place.Path, ""), new Located<string>("前![图](a.png)后", place));
        Assert.Equal("<p>前图后</p>", html);
        Assert.Equal("parse/image-not-allowed", Assert.Single(diagnostics).Code);
    }

    private static ParsedBody Parse(string markdown) =>
        MarkdownParser.Parse(new SourceFile("input/articles/a/zh.md", markdown.ReplaceLineEndings("\n")), 0, new TermSources("", [], null)).Value;
}
