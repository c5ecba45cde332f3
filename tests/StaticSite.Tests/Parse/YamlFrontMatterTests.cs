using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Parse;

public sealed class YamlFrontMatterTests
{
    [Fact]
    public void Every_key_of_the_table_has_its_value()
    {
        var read = Read("""
            title: 干细胞治疗肾病的副作用：短期不适，还是长期隐患？
            date: 2025-05-20
            updated: 2025-06-01T08:30:00+02:00
            description: >-
              A description
              in two lines
            slug: side-effects
            category: kidney
            tags: [safety, 疗效]
            authors: hangji
            reviewed_by: [dr-li]
            reviewed: 2025-06-02
            source_language: en
            translate: false
            disclaimer: general
            references: [choi2020, {id: a, type: book, title: A book}]
            nocite: '@*'
            citation_style: ama-11
            related: [other, {title: A page, url: https://example.org/页}]
            cover: cover.jpg
            cover_alt: A cover
            aliases: [/2019/%E8%82%BE/]
            draft: true
            toc: false
            search: false
            sitemap: false
            """);

        Assert.Equal("干细胞治疗肾病的副作用：短期不适，还是长期隐患？", read.Title.Value);
        Assert.Equal(new PublicationDate(new DateTimeOffset(2025, 5, 20, 0, 0, 0, TimeSpan.FromHours(8)), false), read.Date?.Value);
        Assert.Equal(new PublicationDate(new DateTimeOffset(2025, 6, 1, 8, 30, 0, TimeSpan.FromHours(2)), true), read.Updated?.Value);
        Assert.Equal("A description in two lines", read.Description);
        Assert.Equal("side-effects", read.Slug?.Value);
        Assert.Equal("kidney", read.Category?.Value);
        Assert.Equal(["safety", "疗效"], read.Tags!.Value.Select(tag => tag.Value));
        Assert.Equal(["hangji"], read.Authors!.Value.Select(author => author.Value));
        Assert.Equal(["dr-li"], read.ReviewedBy!.Value.Select(author => author.Value));
        Assert.Equal(2, read.Reviewed?.Value.Instant.Day);
        Assert.Equal(new Language("en"), read.SourceLanguage?.Value);
        Assert.False(read.Translate);
        Assert.Equal(["general"], read.Disclaimers!.Value.Select(one => one.Value));
        Assert.Equal(["choi2020", null], read.References!.Value.Select(entry => entry.Value.Key));
        Assert.Equal("A book", read.References.Value[1].Value.Item?.Field("title"));
        Assert.Equal(["*"], read.NoCite!.Value.Select(entry => entry.Value.Key));
        Assert.Equal("ama-11", read.CitationStyle?.Value);
        Assert.Equal([new RelatedEntry(new BundleId("other"), null, null), new RelatedEntry(null, "A page", "https://example.org/%E9%A1%B5")], read.Related.Select(entry => entry.Value));
        Assert.Equal("cover.jpg", read.Cover?.Value);
        Assert.Equal("A cover", read.CoverAlt);
        Assert.Equal(["/2019/肾/"], read.Aliases.Select(alias => alias.Value));
        Assert.Equal((true, false, false, false), (read.Draft, read.Toc, read.Search, read.Sitemap));
    }

    [Fact]
    public void What_is_not_written_is_null_or_its_default()
    {
        var read = Read("title: 2024\ntags:\nupdated: ~");

        Assert.Equal("2024", read.Title.Value);
        Assert.Null(read.Tags);
        Assert.Null(read.Updated);
        Assert.Null(read.References);
        Assert.Equal((true, false, true, true, true), (read.Translate, read.Draft, read.Toc, read.Search, read.Sitemap));
    }

    [Theory]
    [InlineData("---\ntitle: x\n---\nBody", "Body")]
    [InlineData("---\r\ntitle: x\r\n---\r\nBody", "Body")]
    [InlineData("---\rtitle: x\r---\rBody", "Body")]
    [InlineData("---  \ntitle: x\n...\n\nBody", "\nBody")]
    [InlineData("---\ntitle: x\n---", "")]
    [InlineData("---\ntitle: |\n  x\n   ---\n---\n---\n", "---\n")]
    public void The_body_starts_after_the_front_matter(string text, string body)
    {
        var (result, diagnostics) = FrontMatterParser.Parse(new SourceFile("zh.md", text), TestSettings.ChineseAndEnglish);

        Assert.Empty(diagnostics);
        Assert.Equal(body, text[result.BodyStart..]);
    }

    [Fact]
    public void Places_are_those_of_the_whole_file()
    {
        var source = new SourceFile("zh.md", "---\r\ntitle: 标题😀\r\ntags: [甲, 乙]\r\n---\r\n");
        var read = FrontMatterParser.Parse(source, TestSettings.ChineseAndEnglish).Value.FrontMatter!;

        Assert.All(
            read.Tags!.Value.Append(read.Title),
            text => Assert.Equal(text.Value, source.Text.Substring(text.Where.Start, text.Where.Length)));
    }

    [Fact]
    public void A_character_that_marks_slots_cannot_be_written_by_its_number()
    {
        var (result, _) = FrontMatterParser.Parse(new SourceFile("zh.md", "---\ntitle: \"a\\uFDD0b\\u202Ec\"\n---\n"), TestSettings.ChineseAndEnglish);

        Assert.Equal("a\uFFFDb\uFFFDc", result.FrontMatter!.Title.Value);
    }

    [Fact]
    public void A_line_of_150000_characters_is_a_title()
    {
        var title = string.Concat(Enumerable.Repeat("细胞 ", 50_000)).Trim();

        Assert.Equal(title, Read($"title: {title}").Title.Value);
        Assert.Equal(title, Read($"title: \"{title}\"").Title.Value);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[a, ")]
    public void Endless_nesting_is_a_diagnostic(string opening)
    {
        var text = $"---\ntitle: x\ntags:\n {string.Concat(Enumerable.Repeat(opening, 100_000))}\n---\n";
        var (result, diagnostics) = FrontMatterParser.Parse(new SourceFile("zh.md", text), TestSettings.ChineseAndEnglish);

        Assert.Null(result.FrontMatter);
        Assert.Single(diagnostics);
    }

    private static FrontMatter Read(string yaml)
    {
        var source = new SourceFile("zh.md", $"---\n{yaml}\n---\n");
        var (result, diagnostics) = FrontMatterParser.Parse(source, TestSettings.ChineseAndEnglish);
        Assert.Equal("", DiagnosticText.Print(diagnostics, source));
        return result.FrontMatter!;
    }
}
