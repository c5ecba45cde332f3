using System.Text;
using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Tests.Staging.Contents;

public sealed class OtherInspectorTests
{
    [Theory]
    [InlineData("@import url(\"b.css\"); @import 'https://c.example.net/c.css';", "style-src 'self'|style-src https://c.example.net")]
    [InlineData("@font-face { src: url(a.woff2) format('woff2'), url('b.woff?x#y') }", "font-src 'self'")]
    [InlineData("p { background: url( 'a.svg' ) } q { mask: url(data:image/svg+xml;utf8,x) }", "img-src 'self'|img-src data:")]
    [InlineData("@font-face { src: url(data:font/woff2;base64,AA) }", "font-src data:")]
    [InlineData("/* url(a.png) */ p::after { content: \"url(b.png)\" } q { filter: url(#f) }", null)]
    public void What_a_stylesheet_loads_is_found(string css, string? expected) =>
        Assert.Equal(expected?.Split('|') ?? [], StylesheetInspector.Inspect(css).Sources);

    [Theory]
    [InlineData("const index = await fetch(`/search/${language}.json`);", "connect-src 'self'")]
    [InlineData("new Worker('/w.js'); new Image().src = '/a.png';", "img-src 'self'|worker-src 'self'")]
    [InlineData("WebAssembly.instantiate(bytes)", "script-src 'wasm-unsafe-eval'")]
    [InlineData("document.querySelector('a').focus(); prefetching();", null)]
    public void What_a_script_asks_the_site_for_is_found(string script, string? expected) =>
        Assert.Equal(expected?.Split('|') ?? [], ScriptInspector.Inspect(script).Sources);

    [Fact]
    public void Code_that_is_made_from_text_is_found() =>
        Assert.Equal([new Offending(Offence.Evaluation, "new Function(")], ScriptInspector.Inspect("const f = new Function('return 1');").Offences.AsEnumerable());

    [Fact]
    public void A_picture_with_styles_is_named_once() =>
        Assert.Equal(
            [new Offending(Offence.StyleInPicture, "<style>.a{fill:red}")],
            PictureInspector.Inspect("<svg><style>.a{fill:red}</style><path style='fill:red'/><script>x()</script></svg>").Offences.AsEnumerable());

    [Theory]
    [InlineData("zh/feed.xml", "<?xml version=\"1.0\"?>\n<!-- x --><feed xmlns=\"http://www.w3.org/2005/Atom\">", true)]
    [InlineData("sitemap.xml", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>", false)]
    [InlineData("feed.txt", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", false)]
    public void A_feed_is_known_by_its_root(string path, string text, bool isFeed) =>
        Assert.Equal(isFeed, ContentInspector.Inspect(path, Encoding.UTF8.GetBytes(text)).IsFeed);
}
