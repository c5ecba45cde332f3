using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Tests.Staging.Contents;

public sealed class PageInspectorTests
{
    [Theory]
    [InlineData("<script src=\"/a.js\" defer></script>", "script-src 'self'")]
    [InlineData("<SCRIPT SRC=/a.js></SCRIPT>", "script-src 'self'")]
    [InlineData("<script type=module src='https://cdn.example.net/a.js'></script>", "script-src https://cdn.example.net")]
    [InlineData("<script src=//cdn.example.net:8443/a.js></script>", "script-src https://cdn.example.net:8443")]
    [InlineData("<link rel=stylesheet href=/a.css>", "style-src 'self'")]
    [InlineData("<link rel=\"shortcut icon\" href=/favicon.ico>", "img-src 'self'")]
    [InlineData("<link rel=manifest href=/site.webmanifest>", "manifest-src 'self'")]
    [InlineData("<link rel=preload as=font href=/a.woff2 crossorigin>", "font-src 'self'")]
    [InlineData("<link rel=canonical href=https://example.net/>", null)]
    [InlineData("<img src=a.png alt=''>", "img-src 'self'")]
    [InlineData("<img src='data:image/png;base64,AA' alt=''>", "img-src data:")]
    [InlineData("<img srcset='a.png 1x, https://p.example.net/b.png 2x' alt=''>", "img-src 'self'|img-src https://p.example.net")]
    [InlineData("<picture><source srcset='https://p.example.net/a.avif 640w,/b.avif 1280w'></picture>", "img-src 'self'|img-src https://p.example.net")]
    [InlineData("<video src=a.mp4 poster=a.jpg></video>", "img-src 'self'|media-src 'self'")]
    [InlineData("<svg><image href='figure.png'/><use href='#a'/></svg>", "img-src 'self'")]
    [InlineData("<iframe src='https://www.youtube-nocookie.com/embed/x'></iframe>", "frame-src https://www.youtube-nocookie.com")]
    [InlineData("<object data='a.pdf'></object>", "object-src 'self'")]
    [InlineData("<form action='https://search.example.net/?q=1&amp;r=2'></form>", "form-action https://search.example.net")]
    [InlineData("<form></form>", "form-action 'self'")]
    [InlineData("<a href='https://example.net/' ping='/log'>x</a>", "connect-src 'self'")]
    [InlineData("<a href='mailto:a@example.org'>x</a><a href='https://example.net/'>y</a>", null)]
    public void What_a_page_loads_is_found(string html, string? expected) =>
        Assert.Equal(expected?.Split('|') ?? [], PageInspector.Inspect(html).Sources);

    [Theory]
    [InlineData("<script type=\"application/ld+json\">{\"@type\": \"Article\"}</script>")]
    [InlineData("<script type='text/x-template'><b onclick=x></b></script>")]
    [InlineData("<!-- <script>a()</script> <img src=https://example.net/a.png> -->")]
    [InlineData("<!--><!-- <p style=a> -->")]
    [InlineData("<title><b style=x></title>")]
    [InlineData("<textarea><script>a()</script></textarea>")]
    [InlineData("<p title='<script>a()</script>'>x</p>")]
    [InlineData("a < b and <3, <")]
    [InlineData("</p onclick=x><!doctype html><?xml x?>")]
    [InlineData("<script src=")]
    [InlineData("")]
    public void What_is_data_comment_or_text_counts_for_nothing(string html) =>
        Assert.Equal(ContentUse.Nothing with { Sources = [], Offences = [] }, PageInspector.Inspect(html), SameUse);

    [Theory]
    [InlineData("<script>\n  start();\n</script>", Offence.InlineScript, "<script> start();")]
    [InlineData("<script type='importmap'>{}</script>", Offence.InlineScript, "<script>{}")]
    [InlineData("<script type='text/javascript'>a()</script>", Offence.InlineScript, "<script>a()")]
    [InlineData("<button OnClick=\"go('a')\">x</button>", Offence.InlineHandler, "<button onclick=\"go('a')\">")]
    [InlineData("<style>p{}</style>", Offence.InlineStyle, "<style>p{}")]
    [InlineData("<p style='color:red'>x</p>", Offence.InlineStyle, "<p style=\"color:red\">")]
    [InlineData("<a href=' java\tscript:go()'>x</a>", Offence.ScriptAddress, "<a href=\" java script:go()\">")]
    [InlineData("<a href='&#106;avascript:go()'>x</a>", Offence.ScriptAddress, "<a href=\"javascript:go()\">")]
    [InlineData("<!--x--><b><script>a()</script>", Offence.InlineScript, "<script>a()")]
    internal void What_no_strict_policy_allows_is_found(string html, Offence offence, string excerpt) =>
        Assert.Equal([new Offending(offence, excerpt)], PageInspector.Inspect(html).Offences.AsEnumerable());

    [Theory]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=/zh/articles/a/\">", "/zh/articles/a/")]
    [InlineData("<META HTTP-EQUIV=Refresh CONTENT=\"0;URL='/a b/?c=1&amp;d=2'\">", "/a b/?c=1&d=2")]
    [InlineData("<meta http-equiv=refresh content='5; url=/later/'>", null)]
    [InlineData("<meta http-equiv=refresh content='0'>", null)]
    [InlineData("<meta name=refresh content='0; url=/a/'>", null)]
    public void A_page_that_leads_on_at_once_is_a_redirect(string html, string? target) =>
        Assert.Equal(target, PageInspector.Inspect(html).RedirectsTo);

    private static bool SameUse(ContentUse first, ContentUse second) =>
        first.Sources.SequenceEqual(second.Sources) && first.Offences.SequenceEqual(second.Offences) && first.RedirectsTo == second.RedirectsTo && first.IsFeed == second.IsFeed;
}
