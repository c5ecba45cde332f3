using System.Xml.Linq;
using AngleSharp.Dom;
using StaticSite.Model;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.RealSite;

/// <summary>The site of this repository, input/ and theme/, built once and read as a reader's browser would.</summary>
public sealed class RealSiteTests(RealSiteTests.Fixture fixture) : IClassFixture<RealSiteTests.Fixture>
{
    private static readonly Uri s_baseUrl = new("https://example.org");

    private BuiltSite Site => fixture.Site;

    [Fact]
    public void It_builds_without_an_error_or_a_warning() => Assert.Equal("", TestSite.Print(fixture.Result));

    [Fact]
    public void Every_internal_link_anchor_and_asset_leads_somewhere() =>
        Assert.Empty(Site.Pages.Keys.SelectMany(address => Site.DeadLinks(address, s_baseUrl)));

    [Fact]
    public void Every_address_of_the_sitemap_and_the_feeds_exists()
    {
        var addresses = Site.Files.Where(file => file.Key.EndsWith(".xml", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(file.Value).Descendants())
            .SelectMany(element => element.Attributes("href").Select(href => href.Value).Concat(element.Name.LocalName is "loc" or "id" ? [element.Value] : []))
            .ToArray();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Contains(Uri.UnescapeDataString(new Uri(address).AbsolutePath), Site.Files.Keys));
    }

    [Fact]
    public void Every_page_says_its_language_and_has_one_heading_of_the_first_level() => Assert.All(Site.Pages, page =>
    {
        Assert.False(string.IsNullOrEmpty(page.Value.DocumentElement.GetAttribute("lang")), page.Key);
        Assert.True(page.Value.QuerySelectorAll("h1").Length == 1, page.Key);
        Assert.False(string.IsNullOrWhiteSpace(page.Value.Title), page.Key);
    });

    [Fact]
    public void No_page_has_inline_styles_or_scripts_so_that_a_strict_policy_holds() => Assert.All(Site.Pages, page =>
    {
        Assert.Empty(page.Value.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json'])"));
        Assert.DoesNotContain(page.Value.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    });

    [Fact]
    public void No_page_loads_anything_from_elsewhere() => Assert.All(Site.Pages, page =>
        Assert.DoesNotContain(
            page.Value.QuerySelectorAll("[src], link[rel=stylesheet]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!),
            address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)));

    [Fact]
    public void Ids_are_unique_on_every_page() => Assert.All(Site.Pages, page =>
        Assert.Empty(page.Value.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => page.Key + group.Key)));

    [Fact]
    public void Translations_name_each_other() => Assert.All(Site.Pages, page =>
    {
        foreach (var link in page.Value.QuerySelectorAll("link[rel=alternate][hreflang]:not([hreflang=x-default])"))
        {
            var other = Site.Pages[Uri.UnescapeDataString(new Uri(link.GetAttribute("href")!).AbsolutePath)];
            Assert.Contains(
                other.QuerySelectorAll("link[rel=alternate][hreflang]").Select(back => Uri.UnescapeDataString(new Uri(back.GetAttribute("href")!).AbsolutePath)),
                address => address == page.Key);
        }
    });

    [Fact]
    public void Every_article_has_references_that_are_cited_and_disclaimers() => Assert.All(
        Site.Pages.Where(page => page.Value.Body!.ClassList.Contains("article")),
        page =>
        {
            Assert.NotEmpty(page.Value.QuerySelectorAll("ol.references > li"));
            Assert.All(page.Value.QuerySelectorAll("ol.references > li"), entry => Assert.NotEmpty(entry.QuerySelectorAll("[role=doc-backlink]")));
            Assert.NotNull(page.Value.GetElementById("_disclaimer"));
        });

    [Fact]
    public void Both_languages_of_an_article_cite_the_same_works_in_the_same_order() => Assert.All(
        Site.Pages.Where(page => page.Key.StartsWith("/zh/articles/", StringComparison.Ordinal) && page.Value.Body!.ClassList.Contains("article")),
        page =>
        {
            var other = Site.Pages[page.Key.Replace("/zh/", "/en/", StringComparison.Ordinal)];
            Assert.Equal(Entries(page.Value), Entries(other));
        });

    private static string?[] Entries(IDocument page) => [.. page.QuerySelectorAll("ol.references > li").Select(entry => entry.Id)];

    public sealed class Fixture : IDisposable
    {
        private readonly TestSite _site = new(Path.Combine(Repository.Root, "input"), Path.Combine(Repository.Root, "theme"));

        public Fixture()
        {
            // After the newest article of the content.
            Result = _site.Build(now: new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
            Site = new BuiltSite(_site.Output);
        }

        public BuildResult Result { get; }

        internal BuiltSite Site { get; }

        public void Dispose() => _site.Dispose();
    }
}
