using System.Collections.Immutable;
using StaticSite.Citations;

namespace StaticSite.Tests.Citations;

public sealed class PlainEntryTests
{
    [Fact]
    public void An_article_is_printed_in_plain_order_with_its_identifiers_as_links()
    {
        var item = Works.Article("choi2020", "Safety of CS20AT04", "Annals of the Rheumatic Diseases", 2020, "79", "Suppl 1", "1485")
            .By(("Choi", "CB"), ("Lee", "Tae Yong"), ("Bae", "S.-C."))
            .Field("DOI", "10.1136/annrheumdis-2020-eular.3287")
            .Field("PMID", "34602393")
            .Field("PMCID", "PMC123");

        Assert.Equal(
            "Choi CB, Lee TY, Bae SC. Safety of CS20AT04. Annals of the Rheumatic Diseases, 2020; 79(Suppl 1): 1485. "
            + "DOI: <a href=\"https://doi.org/10.1136/annrheumdis-2020-eular.3287\">10.1136/annrheumdis-2020-eular.3287</a>. "
            + "PMID: <a href=\"https://pubmed.ncbi.nlm.nih.gov/34602393/\">34602393</a>. "
            + "PMCID: <a href=\"https://pmc.ncbi.nlm.nih.gov/articles/PMC123/\">PMC123</a>.",
            PlainEntry.Html(item, "en"));
    }

    [Fact]
    public void A_chinese_item_has_chinese_punctuation_and_says_its_language_on_an_english_page()
    {
        var item = Works.Article("zhu2007", "亲体肾及造血干细胞联合移植", "中国组织工程研究与临床康复", 2007, null, "51", "10234-10237")
            .By(("朱", "清毅"), ("顾", "晓箭"), ("殷", "立平"), ("张", "三"));
        const string Entry = "朱清毅，顾晓箭，殷立平，等。亲体肾及造血干细胞联合移植。中国组织工程研究与临床康复，2007；(51)：10234-10237。";

        Assert.Equal(Entry, PlainEntry.Html(item, "zh"));
        Assert.Equal($"<span lang=\"zh\">{Entry}</span>", PlainEntry.Html(item, "en"));
    }

    [Theory]
    [InlineData("en", "干细胞", false)]
    [InlineData("zh-CN", "Stem cells", true)]
    [InlineData("zh_CN", "Stem cells", true)]
    [InlineData("中文", "Stem cells", true)]
    [InlineData("Chinese", "Stem cells", true)]
    [InlineData("English", "Stem cells", false)]
    [InlineData("English", "干细胞", true)]
    [InlineData(null, "干细胞", true)]
    [InlineData(null, "幹細胞の研究", false)]
    [InlineData(null, "Stem cells", false)]
    public void The_item_s_language_decides_and_where_it_says_none_its_script(string? language, string title, bool chinese)
    {
        var item = Works.Titled(title) with { Language = language };

        Assert.Equal(chinese, PlainEntry.Html(item, language ?? "zh").Contains('。', StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_six_authors_are_cut_to_three()
    {
        var seven = Works.Titled("T").By([.. "ABCDEFG".Select(letter => (letter + "ang", "X"))]);
        var six = Works.Titled("T").By([.. "ABCDEF".Select(letter => (letter + "ang", "X"))]);

        Assert.Equal("Aang X, Bang X, Cang X, et al. T.", PlainEntry.Html(seven, "en"));
        Assert.Equal("Aang X, Bang X, Cang X, Dang X, Eang X, Fang X. T.", PlainEntry.Html(six, "en"));
    }

    [Fact]
    public void A_book_has_its_place_and_publisher_and_an_institution_its_name()
    {
        var item = Works.Titled("Stem cells?").By(new Name(null, null, "World Health Organization"))
            .Field("publisher", "WHO").Field("publisher-place", "Geneva").Issued(2021).Field("URL", "https://who.int/x?a=1&b=2");

        Assert.Equal(
            "World Health Organization. Stem cells? Geneva: WHO, 2021. <a href=\"https://who.int/x?a=1&amp;b=2\">https://who.int/x?a=1&amp;b=2</a>",
            PlainEntry.Html(item, "en"));
    }

    [Theory]
    [InlineData("<i>In vivo</i> TGF-β<sub>1</sub> & 10<sup>6</sup>", "<i>In vivo</i> TGF-β<sub>1</sub> &amp; 10<sup>6</sup>.")]
    [InlineData("<i>open", "<i>open</i>.")]
    [InlineData("a < b </i>", "a &lt; b &lt;/i&gt;.")]
    [InlineData("<i><b>x</i></b>", "<i><b>x&lt;/i&gt;</b></i>.")]
    [InlineData("<span class=\"nocase\">SLE</span>", "SLE.")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;.")]
    [InlineData("<i onclick=\"x\">y</i>", "&lt;i onclick=&quot;x&quot;&gt;y&lt;/i&gt;.")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;.")]
    public void Titles_keep_the_rich_text_of_csl_and_nothing_else(string title, string expected)
    {
        Assert.Equal(expected, PlainEntry.Html(Works.Titled(title), "en"));
    }

    [Theory]
    [InlineData("DOI", "https://doi.org/10.1000/A<b>", "<a href=\"https://doi.org/10.1000/A%3Cb%3E\">10.1000/A&lt;b&gt;</a>.")]
    [InlineData("DOI", "not a doi\"><script>", "not a doi&quot;&gt;&lt;script&gt;.")]
    [InlineData("PMID", "12\"><script>", "12&quot;&gt;&lt;script&gt;.")]
    [InlineData("PMCID", "x", "x.")]
    [InlineData("URL", "javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("URL", "https://e.org/\"onclick=x", "<a href=\"https://e.org/%22onclick=x\">https://e.org/&quot;onclick=x</a>")]
    public void Only_what_has_the_form_of_an_identifier_becomes_a_link(string field, string value, string expected)
    {
        var html = PlainEntry.Html(Works.Titled("T").Field(field, value), "en");

        Assert.EndsWith(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_repeats_the_doi_is_left_out()
    {
        var item = Works.Titled("T").Field("DOI", "10.1000/1").Field("URL", "https://doi.org/10.1000/1");

        Assert.Equal("T. DOI: <a href=\"https://doi.org/10.1000/1\">10.1000/1</a>.", PlainEntry.Html(item, "en"));
    }

    [Theory]
    [InlineData("Choi CB. AB0370. doi:10.1136/x.3287.", "Choi CB. AB0370. doi:<a href=\"https://doi.org/10.1136/x.3287\">10.1136/x.3287</a>.")]
    [InlineData("见 https://e.org/a_(b)。后文", "见 <a href=\"https://e.org/a_(b)\">https://e.org/a_(b)</a>。后文")]
    [InlineData("(https://e.org/a)", "(<a href=\"https://e.org/a\">https://e.org/a</a>)")]
    [InlineData("PMID: 34602393.", "PMID: <a href=\"https://pubmed.ncbi.nlm.nih.gov/34602393/\">34602393</a>.")]
    [InlineData("https://doi.org/10.1136/x", "<a href=\"https://doi.org/10.1136/x\">https://doi.org/10.1136/x</a>")]
    [InlineData("<b>x</b> & 'y' [J]", "&lt;b&gt;x&lt;/b&gt; &amp; &#39;y&#39; [J]")]
    public void An_entry_given_as_text_is_printed_as_it_stands_with_links(string text, string expected)
    {
        Assert.Equal(expected, PlainEntry.Html(new Item("x", "article") { PlainText = text }, "zh"));
    }
}

/// <summary>Short ways to write items down.</summary>
internal static class Works
{
    public static Item Titled(string title) => new Item("x", "book").Field("title", title);

    public static Item Article(string id, string title, string journal, int year, string? volume, string? issue, string? page)
    {
        var item = new Item(id, "article-journal").Field("title", title).Field("container-title", journal).Issued(year);
        item = volume is null ? item : item.Field("volume", volume);
        item = issue is null ? item : item.Field("issue", issue);
        return page is null ? item : item.Field("page", page);
    }

    public static Item Field(this Item item, string name, string value) => item with { Fields = item.Fields.SetItem(name, value) };

    public static Item Issued(this Item item, int year) => item with { Dates = item.Dates.SetItem("issued", new([[year]])) };

    public static Item By(this Item item, params (string Family, string Given)[] names) =>
        item.By([.. names.Select(name => new Name(name.Family, name.Given))]);

    public static Item By(this Item item, params Name[] names) => item with { Names = item.Names.SetItem("author", [.. names.ToImmutableArray()]) };
}
