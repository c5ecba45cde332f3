using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite.Tests.Parse;

public sealed class TextSectionsTests
{
    [Fact]
    public void A_text_is_divided_from_heading_to_heading_without_a_gap()
    {
        const string text = "Before.\n\n## One\n\nText.\n\nTwo\n---\n### Two {#sec-x}\n";

        Assert.Equal(
            [("_start", "", "Before.\n\n"), ("one", "One", "## One\n\nText.\n\n"), ("two", "Two", "Two\n---\n"), ("sec-x", "Two", "### Two {#sec-x}\n")],
            Sections(text).Select(section => (section.Id, section.Heading, text.Substring(section.Start, section.Length))));
    }

    [Fact]
    public void What_only_looks_like_a_heading_divides_nothing()
    {
        const string text = "## One\n\n```\n## code\n```\n\n> ## quoted\n\n::: note\n## boxed\n:::\n\n- ## listed\n";

        Assert.Equal(["one"], Sections(text).Select(section => section.Id));
    }

    [Fact]
    public void White_space_before_the_first_heading_is_no_section() => Assert.Equal(["one"], Sections("\n\n## One\n").Select(section => section.Id));

    [Fact]
    public void An_empty_text_has_no_section() => Assert.Empty(Sections(" \n"));

    [Theory]
    [InlineData("## 结果", "### 结果 ##")]
    [InlineData("## 结果", "结果\n----")]
    [InlineData("## A 组", "## A组")]
    public void A_heading_is_the_same_at_another_level(string one, string other) =>
        Assert.Equal(Sections($"{one}\n\nText").Select(Hashes), Sections($"{other}\nText").Select(Hashes));

    [Theory]
    [InlineData("## 结果", "## 结果二")]
    [InlineData("## C#", "## C")]
    [InlineData("## 见[@a]", "## 见[@b]")]
    public void A_heading_of_other_words_is_another(string one, string other) =>
        Assert.NotEqual(Sections(one)[0].HeadingHash, Sections(other)[0].HeadingHash);

    [Fact]
    public void A_page_has_the_sections_that_its_text_alone_has()
    {
        const string text = "---\ntitle: T\n---\nBefore.\n\n## A\n\n::: note\n## A\n:::\n\n[^1]\n\n## A\n\n## B {#a}\n\n[^1]: Note.\n";
        var file = new SourceFile("zh.md", text);
        var bodyStart = text.IndexOf("Before", StringComparison.Ordinal);

        Assert.Equal(MarkdownParser.Parse(file, bodyStart, new("T", [], null)).Value.Sections.AsEnumerable(), MarkdownParser.ParseSections(file, bodyStart).Value);
    }

    private static System.Collections.Immutable.ImmutableArray<TextSection> Sections(string text) => MarkdownParser.ParseSections(new SourceFile("zh.md", text), 0).Value;

    private static (UInt128 Heading, UInt128 Text) Hashes(TextSection section) => (section.HeadingHash, section.TextHash);
}
