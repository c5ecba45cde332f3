using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Tests.Staging.Headers;

public sealed class HeaderSheetTests
{
    [Theory]
    [InlineData("a/index.html", "text/html; charset=utf-8")]
    [InlineData("a.css", "text/css; charset=utf-8")]
    [InlineData("a.js", "text/javascript; charset=utf-8")]
    [InlineData("a.json", "application/json; charset=utf-8")]
    [InlineData("sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("a.svg", "image/svg+xml; charset=utf-8")]
    [InlineData("robots.txt", "text/plain; charset=utf-8")]
    [InlineData("site.webmanifest", "application/manifest+json; charset=utf-8")]
    [InlineData("a.woff2", "font/woff2")]
    [InlineData("a.avif", "image/avif")]
    [InlineData("a.webp", "image/webp")]
    [InlineData("a.png", "image/png")]
    [InlineData("A.JPG", "image/jpeg")]
    [InlineData("favicon.ico", "image/vnd.microsoft.icon")]
    [InlineData("a.pdf", "application/pdf")]
    [InlineData("CNAME", "application/octet-stream")]
    public void A_file_has_the_type_of_its_ending_with_the_charset_of_texts(string path, string type) => Assert.Equal(type, ContentTypes.Of(path));

    [Fact]
    public void What_is_named_by_its_content_stays_for_ever_and_pages_only_shortly()
    {
        using var output = new TestOutput();
        var hashed = output.HashedAsset("site", ".css", "p{}");
        output.Asset("favicon.svg", "<svg/>").Asset("assets/jquery.12345678.js", "x").Page("zh/a/index.html", "a").List("zh/feed.xml", "<feed xmlns='http://www.w3.org/2005/Atom'/>");
        var site = output.Stage();
        Assert.Equal("public, max-age=31536000, immutable", Header(site, hashed, "Cache-Control"));
        Assert.Equal("public, max-age=3600, stale-while-revalidate=86400", Header(site, "favicon.svg", "Cache-Control"));
        Assert.Equal("public, max-age=3600, stale-while-revalidate=86400", Header(site, "assets/jquery.12345678.js", "Cache-Control"));
        Assert.Equal("public, max-age=60, stale-while-revalidate=600", Header(site, "zh/a/index.html", "Cache-Control"));
        Assert.Equal("public, max-age=60, stale-while-revalidate=600", Header(site, "zh/feed.xml", "Cache-Control"));
        Assert.Equal("application/atom+xml; charset=utf-8", Header(site, "zh/feed.xml", "Content-Type"));
    }

    [Fact]
    public void Every_file_is_served_with_the_security_headers()
    {
        using var output = new TestOutput();
        var page = output.Page("index.html", "<script src=/a.js></script>").Asset("a.png", "x").Stage().Files.Single(file => file.Path == "index.html");
        Assert.Equal(
            [
                "Cache-Control", "Content-Security-Policy", "Content-Type", "Permissions-Policy", "Referrer-Policy", "Strict-Transport-Security", "X-Content-Type-Options",
            ],
            page.Headers.Keys);
        Assert.Equal("default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", page.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain("unsafe", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_https_promises_none()
    {
        using var output = new TestOutput { BaseUrl = "http://localhost:8080/" };
        Assert.False(output.Page("index.html", "x").Stage().Files[0].Headers.ContainsKey("Strict-Transport-Security"));
    }

    [Fact]
    public void Rules_of_the_site_win_over_what_is_built_in_and_the_later_over_the_earlier()
    {
        using var output = new TestOutput();
        output.Page("zh/a/index.html", "x").Page("en/a/index.html", "x");
        var site = output.Stage(TestOutput.With(
            TestOutput.Rule("/*", ("cache-control", "no-cache"), ("X-Robots-Tag", "all"), ("Content-Type", null)),
            TestOutput.Rule("/en/*", ("X-Robots-Tag", "noindex"), ("Referrer-Policy", null))));
        Assert.Equal(("no-cache", "all"), (Header(site, "zh/a/index.html", "Cache-Control"), Header(site, "zh/a/index.html", "X-Robots-Tag")));
        Assert.Equal(("no-cache", "noindex"), (Header(site, "en/a/index.html", "Cache-Control"), Header(site, "en/a/index.html", "X-Robots-Tag")));
        Assert.Equal("text/html; charset=utf-8", Header(site, "en/a/index.html", "Content-Type"));
        Assert.Equal("strict-origin-when-cross-origin", Header(site, "zh/a/index.html", "Referrer-Policy"));
        Assert.False(site.Files.Single(file => file.Path == "en/a/index.html").Headers.ContainsKey("Referrer-Policy"));
    }

    private static string Header(StagedSite site, string path, string name) => site.Files.Single(file => file.Path == path).Headers[name];
}
