using StaticSite.Model;

namespace StaticSite.Tests.Link;

public sealed class CitationOrderTests
{
    [Fact]
    public void A_translation_that_cites_in_another_order_is_warned_at_its_first_other_number()
    {
        var site = new SiteBuilder()
            .SiteReferences("a", "b", "c")
            .Article("x", zh => zh.Cite("a").Cite("b").Cite("c"), en => en.Cite("a").Cite("c").Cite("b"));

        var found = Assert.Single(site.Link().Diagnostics);
        Assert.Equal(
            ("link/citation-order-differs", Severity.Warning, "Reference 2 is 'c' here and 'b' in the source language."),
            (found.Code, found.Severity, found.Message));
        Assert.Equal("input/articles/x/en.md", found.Where.Path);
    }

    [Fact]
    public void A_work_that_one_language_does_not_list_is_a_difference()
    {
        var fewer = new SiteBuilder().SiteReferences("a", "b").Article("x", zh => zh.Cite("a").Cite("b"), en => en.Cite("a"));
        var more = new SiteBuilder().SiteReferences("a", "b").Article("x", zh => zh.Cite("a"), en => en.Cite("a").Cite("b"));

        Assert.Equal("The list has no reference 2, which is 'b' in the source language.", Assert.Single(fewer.Link().Diagnostics).Message);
        Assert.Equal("Reference 2 is 'b' here; in the source language the list has none of that number.", Assert.Single(more.Link().Diagnostics).Message);
    }

    [Fact]
    public void The_same_order_is_fine_however_often_a_work_is_cited() =>
        new SiteBuilder().SiteReferences("a", "b").Article("x", zh => zh.Cite("a").Cite("b").Cite("a"), en => en.Cite("a").Cite("a").Cite("b")).Clean();
}
