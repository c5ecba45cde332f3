using StaticSite.Model;
using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class LinksTests
{
    [Theory]
    [InlineData("../b/")]
    [InlineData("../b")]
    public void A_link_leads_to_the_bundle_in_the_page_s_own_language(string target)
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Link(target), en => en.Link(target))
            .Article("b", zh => zh.Title("乙"), en => en.Title("Second"))
            .Clean();

        Assert.Equal(new LinkTarget("/zh/articles/b/", "乙", null) { SourcePath = "input/articles/b/zh.md" }, site.Page("a", Zh).FirstLink());
        Assert.Equal(new LinkTarget("/en/articles/b/", "Second", null) { SourcePath = "input/articles/b/en.md" }, site.Page("a", En).FirstLink());
    }

    [Fact]
    public void A_link_to_a_page_without_a_translation_leads_to_the_language_that_exists_and_says_so()
    {
        var site = new SiteBuilder().Article("a", _ => { }, en => en.Link("../b/")).Article("b", zh => zh.Title("乙")).Clean();

        var link = site.Page("a", En).FirstLink();
        Assert.Equal("/zh/articles/b/", link.Url);
        Assert.Equal("zh-CN", link.OtherLanguage?.Tag);
    }

    [Fact]
    public void An_unknown_bundle_is_an_error_with_the_nearest_id()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/page-not-found: No bundle is named 'grpah'.
              hint: Did you mean 'graph'?
            """,
            new SiteBuilder().Article("a", zh => zh.Link("../grpah/")).Article("graph", _ => { }).Messages());
    }

    [Fact]
    public void A_link_to_a_draft_is_a_warning_and_prints_its_words_without_a_link()
    {
        var site = new SiteBuilder().Article("a", zh => zh.Link("../b/")).Article("b", zh => zh.Title("乙").Draft());

        Assert.Equal(
            "input/articles/a/zh.md: warning link/page-not-published: 'b' is a draft or lies in the future; this build does not publish it, and the link is left out.",
            site.Messages());
        Assert.Equal(new LinkTarget(null, "乙", null), site.Link().Value.Page("a", Zh).FirstLink());
    }

    [Fact]
    public void A_link_to_a_page_that_failed_to_parse_says_nothing_more()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Link("../b/").Link("../c/", "x").Link("/zh/articles/b/"))
            .Article("b", bundle: bundle => bundle.Failed("zh"))
            .Article("c", en: _ => { }, bundle: bundle => bundle.Failed("zh"))
            .Clean();

        Assert.Null(site.Page("a", Zh).FirstLink().Url);
    }

    [Fact]
    public void A_page_may_link_to_itself()
    {
        Assert.Equal("/zh/articles/a/", new SiteBuilder().Article("a", zh => zh.Link("../a/")).Clean().Page("a", Zh).FirstLink().Url);
    }

    [Fact]
    public void A_fragment_must_exist_at_the_target_and_an_empty_link_takes_the_heading()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Link("../b/", "一研究背景").Link("", "here").Link("../b/", "top").Heading("here", "Here"))
            .Article("b", zh => zh.Heading("一研究背景", "一、研究背景"))
            .Clean();

        var links = site.Page("a", Zh).Targets.OfType<LinkTarget>().ToList();
        Assert.Equal(
            new LinkTarget("/zh/articles/b/#%E4%B8%80%E7%A0%94%E7%A9%B6%E8%83%8C%E6%99%AF", "一、研究背景", null) { SourcePath = "input/articles/b/zh.md" }, links[0]);
        Assert.Equal(new LinkTarget("#here", "Here", null) { SourcePath = "input/articles/a/zh.md" }, links[1]);
    }

    [Fact]
    public void A_fragment_that_does_not_exist_is_an_error_with_the_nearest()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/anchor-not-found: 'input/articles/b/zh.md' has no place named '#metods'.
              hint: Did you mean '#methods'?
            input/articles/a/zh.md: error link/anchor-not-found: 'input/articles/a/zh.md' has no place named '#references'.
            """,
            new SiteBuilder()
                .Article("a", zh => zh.Link("../b/", "metods").Link("", "references"))
                .Article("b", zh => zh.Heading("methods", "Methods"))
                .Messages());
    }

    [Fact]
    public void The_reference_list_and_its_entries_can_be_linked_to()
    {
        var site = new SiteBuilder()
            .SiteReferences("choi:2020")
            .Article("a", zh => zh.Cite("choi:2020").Link("", "references").Link("", "ref-choi:2020"))
            .Article("b", zh => zh.Link("../a/", "references"))
            .Clean();

        Assert.Equal(["#references", "#ref-choi~3a~2020"], site.Page("a", Zh).Targets.OfType<LinkTarget>().Select(link => Uri.UnescapeDataString(link.Url!)));
    }

    [Fact]
    public void An_address_of_the_site_is_a_page_a_list_or_a_static_file()
    {
        var site = new SiteBuilder()
            .Static("/wechat.png")
            .Tag("lupus", "狼疮", "Lupus")
            .Article("a", zh => zh.Tags("lupus").Link("/wechat.png").Link("/zh/tags/lupus/").Link("/zh/articles/b/", "x").Link("/zh/old/"))
            .Article("b", zh => zh.Heading("x", "X").Aliases("/zh/old"))
            .Clean();

        Assert.Equal(
            ["/wechat.png", "/zh/tags/lupus/", "/zh/articles/b/#x", "/zh/old/"],
            site.Page("a", Zh).Targets.OfType<LinkTarget>().Select(link => link.Url));
    }

    [Fact]
    public void An_address_that_the_site_does_not_have_is_an_error()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/address-not-found: The site has no address '/wechatt.png'.
              hint: Did you mean '/wechat.png'?
            input/articles/a/zh.md: error link/address-not-found: The site has no address '/zh/articles/a'.
              hint: Did you mean '/zh/articles/a/'?
            input/articles/a/zh.md: warning link/page-not-published: 'b' is a draft or lies in the future; this build does not publish it, and the link is left out.
            """,
            new SiteBuilder()
                .Static("/wechat.png")
                .Article("a", zh => zh.Link("/wechatt.png").Link("/zh/articles/a").Link("/zh/articles/b/"))
                .Article("b", zh => zh.Draft())
                .Messages());
    }

    [Fact]
    public void A_file_of_the_bundle_is_copied_to_a_hashed_address_and_the_language_s_own_comes_first()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Link("My Table.pdf").Link("notes.pdf"), en => en.Link("./notes.pdf").Link("My Table.pdf"), bundle =>
                bundle.Files("My Table.pdf", "notes.pdf", "notes.zh.pdf"))
            .Clean();

        Assert.Equal(
            ["/assets/my-table.0123456789.pdf", "/assets/notes-zh.0123456789.pdf"],
            site.Page("a", Zh).Targets.OfType<LinkTarget>().Select(link => link.Url));
        Assert.Equal(
            ["/assets/my-table.0123456789.pdf", "/assets/notes-zh.0123456789.pdf", "/assets/notes.0123456789.pdf"],
            site.Assets.Select(asset => asset.Url.Path));
        Assert.Equal("notes.pdf", site.Page("a", En).FirstLink().Title);
    }

    [Fact]
    public void A_missing_file_is_an_error_with_the_nearest_name_or_the_bundle_that_was_meant()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/file-not-found: 'a' has no file 'tabel.pdf'.
              hint: Did you mean 'table.pdf'?
            input/articles/a/zh.md: error link/file-not-found: 'a' has no file 'b/'.
              hint: Did you mean '../b/'?
            """,
            new SiteBuilder().Article("a", zh => zh.Link("tabel.pdf").Link("b/"), null, bundle => bundle.Files("table.pdf")).Article("b", _ => { }).Messages());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..%2fsecret.pdf")]
    [InlineData("figures/../../secret.pdf")]
    [InlineData("..\\secret.pdf")]
    [InlineData("c:\\secret.pdf")]
    [InlineData("../")]
    [InlineData("..")]
    [InlineData("../%2e%2e/x")]
    public void A_path_that_leads_out_of_the_bundle_is_refused(string target)
    {
        var site = new SiteBuilder().Article("a", zh => zh.Link(target));

        Assert.Equal(
            $"input/articles/a/zh.md: error link/outside-bundle: '{target}' leads out of the bundle.\n"
            + "  hint: A link names a page by its bundle ('../id/'), a file of this bundle by its name, or an address of the site ('/…').",
            site.Messages());
        Assert.Null(site.Link().Value.Page("a", Zh).FirstLink().Url);
    }

    [Theory]
    [InlineData("../b/zh.md")]
    [InlineData("../../articles/b/")]
    public void A_path_to_another_page_s_file_is_told_the_short_way(string target)
    {
        Assert.EndsWith("hint: Write '../b/'.", new SiteBuilder().Article("a", zh => zh.Link(target)).Article("b", _ => { }).Messages(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figure.svg")]
    [InlineData("page.html")]
    [InlineData("code.js")]
    public void A_file_that_a_browser_would_run_is_not_published(string name)
    {
        Assert.Equal(
            $"input/articles/a/zh.md: error link/file-not-linkable: A file such as '{name}' is not published from a bundle: a browser would run what is in it.\n"
            + "  hint: Show pictures with '![…](…)'; link to documents such as PDF, CSV or DOCX; what must be published as it is belongs in input/static.",
            new SiteBuilder().Article("a", zh => zh.Link(name), null, bundle => bundle.Files(name)).Messages());
    }
}
