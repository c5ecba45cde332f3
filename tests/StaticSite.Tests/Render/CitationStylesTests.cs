using StaticSite.Tests.Support;

namespace StaticSite.Tests.Render;

public sealed class CitationStylesTests
{
    private const string AuthorDate = """
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
          <info><title>Author and date</title><id>author-date</id><updated>2026-01-01T00:00:00Z</updated></info>
          <citation><layout prefix="(" suffix=")" delimiter="; "><names variable="author"><name form="short"/></names><date variable="issued" prefix=" "><date-part name="year"/></date></layout></citation>
          <bibliography><sort><key variable="author"/></sort><layout suffix="."><names variable="author"/><text variable="title" prefix=". "/></layout></bibliography>
        </style>
        """;

    [Fact]
    public void A_style_of_the_theme_cites_and_orders_the_list_of_the_page_that_asks_for_it()
    {
        using var site = Site("citation_style: author-date");
        site.Write("theme/citation-styles/author-date.csl", AuthorDate);

        var result = site.Build();

        Assert.Equal("", TestSite.Print(result));
        var page = site.ReadPage("en/articles/x/index.html");
        Assert.Contains("""One <span class="citation">(<a id="cite-zhao-1" href="#ref-zhao" role="doc-biblioref">Zhao 2021</a>)</span>""", page, StringComparison.Ordinal);
        Assert.Contains("""<ol class="references unnumbered">""", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("id=\"ref-adams\"", StringComparison.Ordinal) < page.IndexOf("id=\"ref-zhao\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Three_numbers_in_a_row_are_a_range_whose_inner_number_can_still_be_found()
    {
        using var site = Site("citation_style: gb-t-7714-2025-numeric", "All [@zhao; @adams; @miller].");

        site.Build();

        var page = site.ReadPage("en/articles/x/index.html");
        Assert.Contains("""href="#ref-zhao" role="doc-biblioref" aria-label="Reference 1">1</a>-<a""", page, StringComparison.Ordinal);
        Assert.Contains("""<span id="cite-adams-1"></span>""", page, StringComparison.Ordinal);
        Assert.Contains("""href="#cite-adams-1""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("citation_style: ama-12", null, "input/articles/x/en.md:4:17: error render/citation-style-not-found: No citation style is named 'ama-12'.")]
    [InlineData("citation_style: broken", "<style", "theme/citation-styles/broken.csl:1:7: error render/citation-style: ")]
    [InlineData("citation_style: broken", """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation></style>""", "theme/citation-styles/broken.csl:1:1: error render/citation-style-without-list: The citation style 'broken' prints no list of references.")]
    public void A_style_that_cannot_be_used_stops_the_build(string line, string? style, string expected)
    {
        using var site = Site(line);
        if (style is not null)
        {
            site.Write("theme/citation-styles/broken.csl", style);
        }

        var result = site.Build();

        Assert.False(result.WasWritten);
        Assert.StartsWith(expected, TestSite.Print(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_work_whose_style_prints_no_identifier_is_linked_all_the_same()
    {
        using var site = Site("citation_style: gb-t-7714-2025-numeric");

        site.Build();

        Assert.Contains("PMID: <a href=\"https://pubmed.ncbi.nlm.nih.gov/34602393/\">34602393</a>", site.ReadPage("en/articles/x/index.html"), StringComparison.Ordinal);
    }

    private static TestSite Site(string line, string text = "One [@zhao] and two [@adams].")
    {
        var site = new TestSite(input: null, TestSite.GoldenTheme);
        site.Write("input/site.yml", "base_url: https://example.org\ntitle: T\npublisher: {name: P}\nlanguages:\n  - {code: en, tag: en, name: English}\n");
        site.Write("input/articles/x/en.md", $"---\ntitle: X\ndate: 2025-01-01\n{line}\n---\n\n{text}\n");
        site.Write("input/data/references.yml", """
            - {id: zhao, type: article-journal, title: Later, author: [{family: Zhao, given: A.}], issued: 2021, PMID: 34602393}
            - {id: adams, type: article-journal, title: Earlier, author: [{family: Adams, given: B.}], issued: 2019}
            - {id: miller, type: article-journal, title: Last, author: [{family: Miller, given: C.}], issued: 2018}
            """);
        return site;
    }
}
