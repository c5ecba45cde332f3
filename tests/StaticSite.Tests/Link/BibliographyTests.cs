using StaticSite.Citations;
using StaticSite.Model;
using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class BibliographyTests
{
    [Fact]
    public void Works_are_numbered_by_first_citation_then_references_then_nocite()
    {
        var site = new SiteBuilder()
            .SiteReferences("site", "uncited")
            .Article("a", zh => zh.Cite("b", "site").Cite("a").Cite("b").References("uncited", "a").NoCite("*"), null, bundle => bundle.References("a", "b", "c"))
            .Clean();

        var page = site.Page("a", Zh);
        Assert.Equal(["1 b", "2 site", "3 a", "4 uncited", "5 c"], page.References.Select(entry => $"{entry.Number} {entry.Work.Id}"));
        Assert.Equal([1, 2], Numbers(page, 0));
        Assert.Equal([3], Numbers(page, 1));
        Assert.Equal([1], Numbers(page, 2));
    }

    [Fact]
    public void Every_place_has_its_own_back_link_that_no_id_of_the_text_takes()
    {
        var site = new SiteBuilder()
            .SiteReferences("choi2020")
            .Article("a", zh => zh.Heading("cite-choi2020-1", "X").Heading("ref-choi2020", "Y").Cite("choi2020").Cite("choi2020", "choi2020"))
            .Clean();

        var entry = Assert.Single(site.Page("a", Zh).References);
        Assert.Equal(["cite-choi2020-2", "cite-choi2020-3", "cite-choi2020-4"], entry.Anchors.Select(anchor => anchor.ToString()));
        Assert.Equal("ref-choi2020~", entry.Id);
    }

    [Fact]
    public void A_key_is_not_reported_where_a_reference_file_could_not_be_read()
    {
        var site = new SiteBuilder()
            .Data(data => data with { References = ReferenceLibrary.Unreadable })
            .Article("a", zh => zh.Cite("nobody").References("nothing"));

        Assert.Equal("", site.Messages());
    }

    [Fact]
    public void Odd_keys_make_safe_and_different_ids()
    {
        var site = new SiteBuilder()
            .SiteReferences("a b", "a\"b", "a~20~b")
            .Article("a", zh => zh.Cite("a b", "a\"b", "a~20~b"))
            .Clean();

        Assert.Equal(["ref-a~20~b", "ref-a~22~b", "ref-a~7e~20~7e~b"], site.Page("a", Zh).References.Select(entry => entry.Id));
        Assert.Equal("cite-a~22~b-1", site.Page("a", Zh).References[1].Anchors[0].ToString());
    }

    [Fact]
    public void The_bundle_s_item_beats_the_site_s_and_an_inline_one_is_listed()
    {
        var inline = new Item("plain", "article") { PlainText = "A text." };
        var site = new SiteBuilder()
            .SiteReferences("same")
            .Article("a", zh => zh.Cite("same", "plain").References(inline), null, bundle => bundle.References("same"))
            .Clean();

        Assert.Equal(["same", "plain"], site.Page("a", Zh).References.Select(entry => entry.Work.Id));
        Assert.Same(inline, site.Page("a", Zh).References[1].Work.Item);
    }

    [Fact]
    public void Items_written_in_place_without_a_key_are_all_listed()
    {
        Item[] items = [new("", "article") { PlainText = "One." }, new("", "article") { PlainText = "Two." }];
        var site = new SiteBuilder()
            .Article("a", zh => zh.With(file => file with { References = [.. items.Select(item => new Located<ReferenceEntry>(new(null, item), default))] }))
            .Clean();

        Assert.Equal(items, site.Page("a", Zh).References.Select(entry => entry.Work.Item));
        Assert.Equal(2, site.Page("a", Zh).References.Select(entry => entry.Id).Distinct().Count());
    }

    [Fact]
    public void A_key_that_does_not_exist_is_an_error_in_the_text_and_in_the_front_matter()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/reference-not-found: No reference has the key 'choi2002'.
              hint: Did you mean '@choi2020'?
            input/articles/a/zh.md: error link/reference-not-found: No reference has the key 'xyz'.
              hint: References stand in the bundle's references.yml or in input/data/references.yml.
            """,
            new SiteBuilder().SiteReferences("choi2020").Article("a", zh => zh.Cite("choi2002").References("xyz"), _ => { }).Messages());
    }

    [Fact]
    public void An_item_that_no_language_uses_is_a_warning_at_the_item()
    {
        Assert.StartsWith(
            """
            input/articles/a/references.yml: warning link/reference-not-used: 'c' is neither cited nor listed in any language.
              hint: Cite it with '[@c]', list it under 'references' in the front matter, or remove it.
            """,
            new SiteBuilder().Article("a", zh => zh.Cite("a"), en => en.NoCite("b"), bundle => bundle.References("a", "b", "c")).Messages(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_unused_items_while_a_language_fails_to_parse()
    {
        new SiteBuilder().Article("a", _ => { }, null, bundle => bundle.References("a").Failed("en")).Clean();
    }

    private static IEnumerable<int> Numbers(LinkedPage page, int slot) =>
        Assert.IsType<CitationTarget>(page.Targets[slot]).Cites.Select(cite => cite.Number ?? 0);
}
