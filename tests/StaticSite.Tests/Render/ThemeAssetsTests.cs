using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using StaticSite.Model;
using StaticSite.Render;

namespace StaticSite.Tests.Render;

public sealed class ThemeAssetsTests
{
    [Fact]
    public void An_asset_has_an_address_that_changes_with_its_content()
    {
        var before = Create(("js/a.min.js", "1")).Value;
        var after = Create(("js/a.min.js", "2")).Value;
        Assert.Matches("^/assets/js/a\\.min\\.[0-9a-f]{10}\\.js$", before.Urls["js/a.min.js"].Path);
        Assert.NotEqual(before.Urls["js/a.min.js"], after.Urls["js/a.min.js"]);
        Assert.Equal(before.Urls["js/a.min.js"].OutputPath, Assert.Single(before.Files).Path);
    }

    [Theory]
    [InlineData("a { background: url(../img/标志.svg) }", "a { background: url(IMG) }")]
    [InlineData("a { background: url( \"../img/标志.svg#x\" ) }", "a { background: url( \"IMG#x\" ) }")]
    [InlineData("a { background: url('../img/%E6%A0%87%E5%BF%97.svg') }", "a { background: url('IMG') }")]
    [InlineData("/* url(nope.png) */ a { content: \"url(nope.png)\"; mask: url(#m) }", "/* url(nope.png) */ a { content: \"url(nope.png)\"; mask: url(#m) }")]
    public void Addresses_in_a_stylesheet_become_the_hashed_ones(string css, string expected)
    {
        var assets = Create(("css/site.css", css), ("img/标志.svg", "<svg/>"));
        Assert.Empty(assets.Diagnostics);
        Assert.Equal(expected.Replace("IMG", assets.Value.Urls["img/标志.svg"].Escaped, StringComparison.Ordinal), Text(assets.Value, "css/site.css"));
    }

    [Fact]
    public void A_stylesheet_gets_another_address_when_what_it_imports_changes()
    {
        var before = Create(("css/site.css", "@import \"base.css\";"), ("css/base.css", "a { color: red }")).Value;
        var after = Create(("css/site.css", "@import \"base.css\";"), ("css/base.css", "a { color: blue }")).Value;
        Assert.NotEqual(before.Urls["css/site.css"], after.Urls["css/site.css"]);
        Assert.Contains(after.Urls["css/base.css"].Escaped, Text(after, "css/site.css"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a { background: url(ico.svg) }", "render/stylesheet-unknown-asset", "ico.svg", Severity.Error)]
    [InlineData("@import url(https://example.org/a.css);", "render/stylesheet-external", "https://example.org/a.css", Severity.Warning)]
    [InlineData("a { src: url(//example.org/a.woff2) }", "render/stylesheet-external", "//example.org/a.woff2", Severity.Warning)]
    [InlineData("a { src: url(data:font/woff2;base64,AA) }", "render/stylesheet-data", "data:font/woff2;base64,AA", Severity.Warning)]
    [InlineData("@import 'site.css';", "render/stylesheet-cycle", "site.css", Severity.Error)]
    public void What_a_page_must_not_or_cannot_load_is_found_where_it_stands(string css, string code, string underlined, Severity severity)
    {
        var found = Assert.Single(Create(("css/site.css", css), ("css/icon.svg", "<svg/>")).Diagnostics);
        Assert.Equal((code, severity, "theme/assets/css/site.css"), (found.Code, found.Severity, found.Where.Path));
        Assert.Equal(underlined, css.Substring(found.Where.Start, found.Where.Length));
    }

    [Fact]
    public void An_image_may_be_written_as_data() =>
        Assert.Empty(Create(("css/site.css", "a { background: url(data:image/svg+xml,%3Csvg/%3E) }")).Diagnostics);

    private static Outcome<ThemeAssets> Create(params (string Path, string Text)[] assets)
    {
        var theme = TemplatesTheme.Page("").Build() with
        {
            Assets = assets.ToImmutableDictionary(
                asset => asset.Path,
                asset => new FileContent(asset.Text, asset.Text.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Text)))[..16])),
        };
        return ThemeAssets.Create(theme, content => content.FullPath);
    }

    private static string Text(ThemeAssets assets, string path) =>
        Encoding.UTF8.GetString(assets.Files.Single(file => file.Path == assets.Urls[path].OutputPath).Render().Value);
}
