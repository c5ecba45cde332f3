using System.Text;

namespace StaticSite.Citations.Formats;

/// <summary>CSL-JSON's tags in a text that goes to another format.</summary>
internal static class RichTags
{
    private static readonly (string Open, string Close, BibTex.LatexStyle Style)[] s_tags =
    [
        ("<i>", "</i>", BibTex.LatexStyle.Italic),
        ("<b>", "</b>", BibTex.LatexStyle.Bold),
        ("<sup>", "</sup>", BibTex.LatexStyle.Superscript),
        ("<sub>", "</sub>", BibTex.LatexStyle.Subscript),
        ("<sc>", "</sc>", BibTex.LatexStyle.SmallCaps),
        ("<span class=\"nocase\">", "</span>", BibTex.LatexStyle.NoCase),
        ("<span style=\"font-variant:small-caps;\">", "</span>", BibTex.LatexStyle.SmallCaps),
        ("<span style=\"font-variant: small-caps;\">", "</span>", BibTex.LatexStyle.SmallCaps),
    ];

    /// <summary>Hands on text and tags in turn. What is left open is closed at the end; a closing tag that closes nothing is text.</summary>
    public static void Walk(string text, Action<ReadOnlySpan<char>> onText, Action<BibTex.LatexStyle> onOpen, Action<BibTex.LatexStyle> onClose)
    {
        var open = new Stack<int>();
        var start = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at))
        {
            var (tag, length) = Find(text.AsSpan(at), open.TryPeek(out var innermost) ? innermost : -1);
            if (length == 0)
            {
                at++;
                continue;
            }

            onText(text.AsSpan(start, at - start));
            start = at += length;
            if (tag < 0)
            {
                onClose(s_tags[open.Pop()].Style);
            }
            else
            {
                open.Push(tag);
                onOpen(s_tags[tag].Style);
            }
        }

        onText(text.AsSpan(start));
        while (open.TryPop(out var tag))
        {
            onClose(s_tags[tag].Style);
        }
    }

    public static string Strip(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        Walk(text, piece => plain.Append(piece), _ => { }, _ => { });
        return plain.ToString();
    }

    /// <returns>The tag that opens here, or -1 for the innermost that closes; no length for neither.</returns>
    private static (int Tag, int Length) Find(ReadOnlySpan<char> text, int innermost)
    {
        if (innermost >= 0 && text.StartsWith(s_tags[innermost].Close, StringComparison.Ordinal))
        {
            return (-1, s_tags[innermost].Close.Length);
        }

        for (var tag = 0; tag < s_tags.Length; tag++)
        {
            if (text.StartsWith(s_tags[tag].Open, StringComparison.Ordinal))
            {
                return (tag, s_tags[tag].Open.Length);
            }
        }

        return (-1, 0);
    }
}
