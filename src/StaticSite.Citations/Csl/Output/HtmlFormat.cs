using System.Buffers;
using System.Text;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

internal sealed class HtmlFormat : OutputFormat
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"'");

    internal override void Append(StringBuilder output, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(s_special); at >= 0; at = text.IndexOfAny(s_special))
        {
            output.Append(text[..at]).Append(Escape(text[at]));
            text = text[(at + 1)..];
        }

        output.Append(text);
    }

    private static string Escape(char special) => special switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "&#39;",
    };

    internal override (string Open, string Close) Of(Look look) => look switch
    {
        Look.Italic => ("<i>", "</i>"),
        Look.Bold => ("<b>", "</b>"),
        Look.Superscript => ("<sup>", "</sup>"),
        Look.Subscript => ("<sub>", "</sub>"),
        Look.Underline => ("<u>", "</u>"),
        Look.NoItalic => ("<span class=\"csl-no-italic\">", "</span>"),
        Look.NoBold => ("<span class=\"csl-no-bold\">", "</span>"),
        Look.Light => ("<span class=\"csl-light\">", "</span>"),
        Look.SmallCaps => ("<span class=\"csl-small-caps\">", "</span>"),
        Look.NoSmallCaps => ("<span class=\"csl-no-small-caps\">", "</span>"),
        Look.NoUnderline => ("<span class=\"csl-no-underline\">", "</span>"),
        Look.Baseline => ("<span class=\"csl-baseline\">", "</span>"),
        _ => ("<span class=\"csl-no-decoration\">", "</span>"),
    };

    internal override (string Open, string Close) Of(Display display) => display switch
    {
        Display.Block => ("<div class=\"csl-block\">", "</div>"),
        Display.LeftMargin => ("<div class=\"csl-left-margin\">", "</div>"),
        Display.RightInline => ("<div class=\"csl-right-inline\">", "</div>"),
        _ => ("<div class=\"csl-indent\">", "</div>"),
    };
}

internal sealed class SuiteHtmlFormat : OutputFormat
{
    internal override void Append(StringBuilder output, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => output.Append("&#38;"),
                '<' => output.Append("&#60;"),
                '>' => output.Append("&#62;"),
                _ when Superscripts.Find(c) is { } plain => output.Append("<sup>").Append(plain).Append("</sup>"),
                _ => output.Append(c),
            };
        }
    }

    internal override (string Open, string Close) Of(Look look) => look switch
    {
        Look.Italic or Look.Bold or Look.Superscript or Look.Subscript => Html.Of(look),
        Look.NoItalic => ("<span style=\"font-style:normal;\">", "</span>"),
        Look.NoBold => ("<span style=\"font-weight:normal;\">", "</span>"),
        Look.Light => ("<span style=\"font-weight:light;\">", "</span>"),
        Look.SmallCaps => ("<span style=\"font-variant:small-caps;\">", "</span>"),
        Look.NoSmallCaps => ("<span style=\"font-variant:normal;\">", "</span>"),
        Look.Underline => ("<span style=\"text-decoration:underline;\">", "</span>"),
        Look.NoUnderline => ("<span style=\"text-decoration:none;\">", "</span>"),
        Look.Baseline => ("<span style=\"baseline\">", "</span>"),
        _ => ("<span style=\"font-style:normal;\">", "</span>"),
    };

    internal override (string Open, string Close) Of(Display display) => display switch
    {
        Display.Block => ("\n\n    <div class=\"csl-block\">", "</div>\n"),
        Display.LeftMargin => ("\n    <div class=\"csl-left-margin\">", "</div>"),
        Display.RightInline => ("<div class=\"csl-right-inline\">", "</div>\n  "),
        _ => ("<div class=\"csl-indent\">", "</div>\n  "),
    };
}
