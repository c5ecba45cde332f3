using static StaticSite.Tests.Link.SiteBuilder;

namespace StaticSite.Tests.Link;

public sealed class AddressesTests
{
    [Fact]
    public void Articles_and_pages_stand_under_their_slug_in_their_language()
    {
        var site = new SiteBuilder()
            .Article("kidney", zh => zh.Slug("肾病"), _ => { })
            .Page("about", _ => { })
            .Clean();

        Assert.Equal("/zh/articles/肾病/", site.Page("kidney", Zh).Url.Path);
        Assert.Equal("/en/articles/kidney/", site.Page("kidney", En).Url.Path);
        Assert.Equal("/zh/about/", site.Page("about", Zh).Url.Path);
    }

    [Fact]
    public void Two_pages_on_one_address_are_an_error_with_the_other_place()
    {
        Assert.Equal(
            """
            input/articles/b/zh.md: error link/address-taken: The address '/zh/articles/x/' is taken: a page stands there.
              hint: Give the page another 'slug'.
              note input/articles/a/zh.md: '/zh/articles/x/' comes from here.
            """,
            new SiteBuilder().Article("a", zh => zh.Slug("x")).Article("b", zh => zh.Slug("x"), en => en.Slug("x")).Messages());
    }

    [Fact]
    public void Addresses_that_differ_in_letter_case_only_are_an_error()
    {
        Assert.Equal(
            """
            input/articles/b/zh.md: error link/address-taken: The address '/zh/articles/hla-b27/' differs from '/zh/articles/HLA-B27/' in letter case or spelling of accents only, which many disks do not tell apart.
              hint: Give the page another 'slug'.
              note input/articles/a/zh.md: '/zh/articles/HLA-B27/' comes from here.
            """,
            new SiteBuilder().Article("a", zh => zh.Slug("HLA-B27")).Article("b", zh => zh.Slug("hla-b27")).Messages());
    }

    [Fact]
    public void A_reserved_slug_that_was_reported_already_is_not_reported_again()
    {
        new SiteBuilder().Page("a", zh => zh.Slug("tags")).Clean();
    }

    [Fact]
    public void A_static_file_cannot_stand_where_a_page_or_the_site_s_own_files_stand()
    {
        Assert.Equal(
            """
            input/static/robots.txt: error link/address-taken: The address '/robots.txt' is taken: one of the site's own stands there.
              hint: Rename or remove the file.
            input/static/zh/about/index.html: error link/address-taken: The address '/zh/about/index.html' differs from '/zh/about/' in letter case or spelling of accents only, which many disks do not tell apart.
              hint: Rename or remove the file.
              note input/pages/about/zh.md: '/zh/about/' comes from here.
            """,
            new SiteBuilder().Static("/robots.txt", "/zh/about/index.html").Page("about", _ => { }).Messages());
    }

    [Fact]
    public void Nothing_can_stand_below_a_file()
    {
        Assert.Equal(
            """
            input/pages/about/zh.md: error link/address-below-file: The address '/zh/about/' would lie below '/zh/about', which is a file.
              hint: Choose another address for one of them.
              note input/static/zh/about: '/zh/about' comes from here.
            """,
            new SiteBuilder().Static("/zh/about").Page("about", _ => { }).Messages());
    }

    [Fact]
    public void Tags_whose_addresses_differ_in_letter_case_only_are_an_error()
    {
        Assert.Contains(
            "input/site.yml: error link/address-taken: The address '/zh/tags/hla/' differs from '/zh/tags/HLA/'",
            new SiteBuilder().Tag("HLA", "A", "A").Tag("hla", "B", "B").Article("a", zh => zh.Tags("HLA", "hla")).Messages(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_redirects_to_its_page()
    {
        var site = new SiteBuilder()
            .Article("a", zh => zh.Aliases("/2025/05/肾病", "/old.html"), en => en.Aliases("/2025/05/kidney/"))
            .Clean();

        Assert.Equal(
            ["/2025/05/肾病/ zh /zh/articles/a/", "/old.html zh /zh/articles/a/", "/2025/05/kidney/ en /en/articles/a/"],
            site.Redirects.Select(one => $"{one.From} {one.Language} {one.To}"));
    }

    [Fact]
    public void An_alias_cannot_take_the_address_of_a_page_a_file_or_another_alias()
    {
        Assert.Equal(
            """
            input/articles/a/zh.md: error link/address-taken: The address '/zh/articles/a/' is taken: a page stands there.
              hint: Remove the alias.
              note input/articles/a/zh.md: '/zh/articles/a/' comes from here.
            input/articles/a/zh.md: error link/address-taken: The address '/logo.html' is taken: a file of input/static stands there.
              hint: Remove the alias.
              note input/static/logo.html: '/logo.html' comes from here.
            input/articles/a/en.md: error link/address-taken: The address '/old/' is taken: an alias stands there.
              hint: Remove the alias.
              note input/articles/a/zh.md: '/old/' comes from here.
            """,
            new SiteBuilder().Static("/logo.html").Article("a", zh => zh.Aliases("/zh/articles/a", "/logo.html", "/old"), en => en.Aliases("/old/")).Messages());
    }

    [Fact]
    public void The_further_pages_of_a_list_are_addresses_too()
    {
        var site = new SiteBuilder().Settings(settings => settings with { PageSize = 2 }).Tag("t", "标", "T");
        foreach (var id in (string[])["a", "b", "c"])
        {
            site.Article(id, zh => zh.Tags("t").Link("/zh/articles/page/2/").Link("/zh/tags/t/page/2/").Link("/en/articles/"));
        }

        site.Clean();
        Assert.Contains("'/zh/articles/page/3/'", site.Page("about", zh => zh.Link("/zh/articles/page/3/")).Messages(), StringComparison.Ordinal);
    }
}
