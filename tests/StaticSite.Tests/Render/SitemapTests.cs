using System.Xml.Linq;
using StaticSite.Render;
using StaticSite.Tests.Link;

namespace StaticSite.Tests.Render;

public sealed class SitemapTests
{
    private static readonly XNamespace s_sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void Past_the_limit_the_sitemap_is_an_index_over_parts_that_hold_every_address_once()
    {
        var site = new SiteBuilder().Article("a", _ => { }, _ => { }).Article("b", _ => { }).Clean();
        var entries = SitemapEntries.Of(site);

        var files = Sitemap.Render(site, entries, maximum: 2).ToDictionary(file => file.Url.OutputPath, file => XDocument.Load(new MemoryStream(file.Render())));

        var parts = Locations(files["sitemap.xml"]);
        Assert.Equal((entries.Count + 1) / 2, parts.Length);
        Assert.Equal(s_sitemap + "sitemapindex", files["sitemap.xml"].Root!.Name);
        Assert.Equal(
            entries.Select(entry => AbsoluteUrl.Of(site, entry.Url)),
            parts.SelectMany(part => Locations(files[new Uri(part).AbsolutePath[1..]])));
    }

    [Fact]
    public void Within_the_limit_it_is_one_file_whose_entries_name_their_translations()
    {
        var site = new SiteBuilder().Article("a", _ => { }, _ => { }).Article("b", _ => { }).Clean();

        var file = Assert.Single(Sitemap.Render(site, SitemapEntries.Of(site)));

        var urls = XDocument.Load(new MemoryStream(file.Render())).Root!.Elements().ToDictionary(url => url.Element(s_sitemap + "loc")!.Value);
        Assert.Equal(
            ["zh-CN", "en", "x-default"],
            urls["https://example.org/en/articles/a/"].Elements().Attributes("hreflang").Select(attribute => attribute.Value));
        Assert.Empty(urls["https://example.org/zh/articles/b/"].Elements().Attributes("hreflang"));
        Assert.DoesNotContain("https://example.org/en/articles/b/", urls.Keys);
    }

    private static string[] Locations(XDocument document) => [.. document.Descendants(s_sitemap + "loc").Select(location => location.Value)];
}
