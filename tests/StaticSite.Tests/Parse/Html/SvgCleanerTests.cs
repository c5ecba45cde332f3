using StaticSite.Model;
using StaticSite.Parse.Html;

namespace StaticSite.Tests.Parse.Html;

public class SvgCleanerTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 10 20\">";

    [Theory]
    [InlineData("URL(#a)")]
    [InlineData("u\\72l(#a)")]
    [InlineData("src (x)")]
    [InlineData("IMAGE-set(x)")]
    [InlineData("expression(x)")]
    [InlineData("javascript:x")]
    [InlineData("x/**/y")]
    [InlineData("url(https://example.org/a)")]
    [InlineData("url(#a) url(b.svg#c)")]
    public void A_value_that_could_lead_out_of_the_file_is_removed(string value)
    {
        var (svg, found) = SvgCleaner.Clean(new SourceFile("a.svg", $"<svg><rect fill='{value}'/></svg>"), "a.svg");
        Assert.Equal("<svg><rect></rect></svg>", svg!.Html.Load());
        Assert.Single(found);
    }

    [Fact]
    public void A_plain_drawing_stays_as_it_is_but_for_marked_ids()
    {
        var (svg, diagnostics) = Clean(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <!-- drawn by hand -->
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" role="img" aria-labelledby="t d" version="1.1">
            <title id="t">生存 &amp; 缓解</title><desc id="d">A &lt; B</desc>
            <defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
            <rect class="bar" x="1" y="2" width="3" height="4" fill="url(#g)"/>
            <use href="#t"/><text x="1" y="2" font-size="12">50.0 %</text>
            </svg>
            """);
        Assert.Empty(diagnostics);
        Assert.Equal(
            """
            <svg viewBox="0 0 640 360" role="img" aria-labelledby="^t ^d">
            <title id="^t">生存 &amp; 缓解</title><desc id="^d">A &lt; B</desc>
            <defs><linearGradient id="^g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>
            <rect class="bar" x="1" y="2" width="3" height="4" fill="url(#^g)"></rect>
            <use href="#^t"></use><text x="1" y="2" font-size="12">50.0 %</text>
            </svg>
            """,
            Html(svg));
        Assert.Equal((640, 360), (svg!.Width, svg.Height));
    }

    [Fact]
    public void A_drawing_without_a_view_box_gets_one_from_its_size()
    {
        var (svg, _) = Clean("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320px\" height=\"200.5\"><g/></svg>");
        Assert.Equal("<svg width=\"320px\" height=\"200.5\" viewBox=\"0 0 320 200.5\"><g></g></svg>", Html(svg));
        Assert.Equal((320, 200), (svg!.Width, svg.Height));
    }

    [Fact]
    public void What_is_removed_is_a_warning_at_its_place()
    {
        var text = Open + "\n  <script>alert(1)</script>\n  <rect onclick=\"alert(1)\" fill=\"red\"/></svg>";
        var (svg, diagnostics) = Clean(text);
        Assert.Equal("<svg viewBox=\"0 0 10 20\">\n  \n  <rect fill=\"red\"></rect></svg>", Html(svg));
        Assert.Equal(
            ["parse/svg-element-removed script", "parse/svg-attribute-removed onclick"],
            diagnostics.Select(diagnostic => $"{diagnostic.Code} {text.Substring(diagnostic.Where.Start, diagnostic.Where.Length)}"));
    }

    [Fact]
    public void What_drawing_programs_leave_behind_goes_without_a_word()
    {
        var (svg, diagnostics) = Clean(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" viewBox=\"0 0 1 1\" inkscape:version=\"1\" xml:space=\"preserve\">"
            + "<metadata><x/></metadata><inkscape:view/><g inkscape:label=\"Layer\"/></svg>");
        Assert.Equal("<svg viewBox=\"0 0 1 1\"><g></g></svg>", Html(svg));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>", "parse/svg-not-well-formed")]
    [InlineData("no xml", "parse/svg-not-well-formed")]
    [InlineData("", "parse/svg-not-well-formed")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>", "parse/svg-not-well-formed")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "parse/not-an-svg")]
    public void What_is_no_svg_is_an_error(string text, string code)
    {
        var (svg, diagnostics) = Clean(text);
        Assert.Null(svg);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, Severity.Error), (diagnostic.Code, diagnostic.Severity));
    }

    [Fact]
    public void Ten_thousand_nested_groups_are_cut_with_an_error()
    {
        var text = Open + string.Concat(Enumerable.Repeat("<g>", 10_000)) + string.Concat(Enumerable.Repeat("</g>", 10_000)) + "</svg>";
        var (_, diagnostics) = Clean(text);
        Assert.Equal("parse/nesting-too-deep", Assert.Single(diagnostics).Code);
    }

    private static Outcome<SvgFile?> Clean(string text) => SvgCleaner.Clean(new SourceFile("input/articles/a/f.svg", text.ReplaceLineEndings("\n")), "f.svg");

    private static string Html(SvgFile? svg)
    {
        Assert.NotNull(svg);
        return svg.Html.Load().Replace(SlotMark.SvgIdPrefix, '^').ReplaceLineEndings("\n");
    }
}
