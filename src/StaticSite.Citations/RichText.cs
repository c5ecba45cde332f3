using System.Text;

namespace StaticSite.Citations;

/// <summary>The HTML-like tags that CSL-JSON allows in its texts; everything else is text.</summary>
internal static class RichText
{
    private static readonly (string Open, string Close, string HtmlOpen, string HtmlClose)[] Tags =
    [
        ("<i>", "</i>", "<i>", "</i>"),
        ("<b>", "</b>", "<b>", "</b>"),
        ("<sup>", "</sup>", "<sup>", "</sup>"),
        ("<sub>", "</sub>", "<sub>", "</sub>"),
        ("<sc>", "</sc>", "", ""),
        ("<span class=\"nocase\">", "</span>", "", ""),
        ("<span style=\"font-variant:small-caps;\">", "</span>", "", ""),
        ("<span style=\"font-variant: small-caps;\">", "</span>", "", ""),
    ];

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return text;
        }

        var html = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            Append(html, c);
        }

        return html.ToString();
    }

    /// <summary>Safe, balanced HTML. A closing tag that closes nothing is text.</summary>
    public static string ToHtml(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return Escape(text);
        }

        var html = new StringBuilder(text.Length + 16);
        var open = new Stack<int>();
        for (var i = 0; i < text.Length;)
        {
            i += text[i] == '<' ? AppendTag(html, text.AsSpan(i), open) : AppendChar(html, text[i]);
        }

        while (open.TryPop(out var tag))
        {
            html.Append(Tags[tag].HtmlClose);
        }

        return html.ToString();
    }

    /// <returns>How many characters were used up.</returns>
    private static int AppendTag(StringBuilder html, ReadOnlySpan<char> text, Stack<int> open)
    {
        if (open.TryPeek(out var innermost) && text.StartsWith(Tags[innermost].Close, StringComparison.Ordinal))
        {
            open.Pop();
            html.Append(Tags[innermost].HtmlClose);
            return Tags[innermost].Close.Length;
        }

        for (var tag = 0; tag < Tags.Length; tag++)
        {
            if (text.StartsWith(Tags[tag].Open, StringComparison.Ordinal))
            {
                open.Push(tag);
                html.Append(Tags[tag].HtmlOpen);
                return Tags[tag].Open.Length;
            }
        }

        return AppendChar(html, '<');
    }

    private static int AppendChar(StringBuilder html, char c)
    {
        Append(html, c);
        return 1;
    }

    private static void Append(StringBuilder html, char c) => _ = c switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        '\'' => html.Append("&#39;"),
        _ => html.Append(c),
    };
}
