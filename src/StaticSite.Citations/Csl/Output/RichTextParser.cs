using System.Buffers;
using System.Text;
using StaticSite.Citations.Csl.Locales;

namespace StaticSite.Citations.Csl.Output;

/// <summary>
/// The text of a field: the tags that CSL-JSON allows, quotation marks as quotations that flip with their surroundings,
/// and straight apostrophes as typographic ones. Whatever is no balanced markup is text.
/// </summary>
internal static class RichTextParser
{
    private const int Deepest = 30;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("<\"'“”‘’«»„‚‹›");

    private static readonly (string Open, string Close, Markup Markup)[] Tags =
    [
        ("<i>", "</i>", Markup.Italic),
        ("<b>", "</b>", Markup.Bold),
        ("<sup>", "</sup>", Markup.Superscript),
        ("<sub>", "</sub>", Markup.Subscript),
        ("<sc>", "</sc>", Markup.SmallCaps),
        ("<span class=\"nocase\">", "</span>", Markup.NoCase),
        ("<span class=\"nodecor\">", "</span>", Markup.NoDecoration),
        ("<span style=\"font-variant:small-caps;\">", "</span>", Markup.SmallCaps),
        ("<span style=\"font-variant: small-caps;\">", "</span>", Markup.SmallCaps),
    ];

    public static Node Parse(string text, Quotes quotes)
    {
        if (IsPlain(text, quotes))
        {
            return new TextNode(text);
        }

        text = text.Replace("\u00AB ", "\u00AB\u202F", StringComparison.Ordinal).Replace(" \u00BB", "\u202F\u00BB", StringComparison.Ordinal);
        var parts = ParseTags(text.AsSpan(), 0);
        var marked = QuotationMarks.Resolve(parts, quotes);
        if (marked.Count == 1)
        {
            return marked[0];
        }

        return new GroupNode { Children = marked };
    }

    /// <summary>Nothing in the text is markup, a quotation mark or an apostrophe.</summary>
    public static bool IsPlain(string text, Quotes quotes) =>
        !text.AsSpan().ContainsAny(s_marks) && (quotes.AreCommon || !text.AsSpan().ContainsAny(quotes.Open, quotes.OpenInner));

    /// <summary>The text without tags and with plain quotation marks, for sorting and comparing.</summary>
    public static string StripTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var part in ParseTags(text.AsSpan(), 0).SelectMany(Nodes.All).OfType<TextNode>())
        {
            plain.Append(part.Text);
        }

        return plain.ToString();
    }

    private static bool ContainsAny(this ReadOnlySpan<char> text, string first, string second) =>
        (first.Length > 0 && text.Contains(first, StringComparison.Ordinal)) || (second.Length > 0 && text.Contains(second, StringComparison.Ordinal));

    private static NodeList ParseTags(ReadOnlySpan<char> text, int depth)
    {
        var parts = new NodeList();
        var plain = 0;
        for (var i = 0; i < text.Length;)
        {
            var at = text[i..].IndexOf('<');
            if (at < 0)
            {
                break;
            }

            i += at;
            if (depth < Deepest && FindTag(text[i..]) is { } tag && FindClose(text[(i + tag.Open.Length)..], tag.Close) is var length and >= 0)
            {
                AddText(parts, text[plain..i]);
                var inner = text.Slice(i + tag.Open.Length, length);
                parts.Add(new GroupNode { Markup = tag.Markup, Children = ParseTags(inner, depth + 1) });
                i += tag.Open.Length + length + tag.Close.Length;
                plain = i;
            }
            else
            {
                i++;
            }
        }

        AddText(parts, text[plain..]);
        return parts;
    }

    private static void AddText(NodeList parts, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            parts.Add(new TextNode(text.ToString()));
        }
    }

    private static (string Open, string Close, Markup Markup)? FindTag(ReadOnlySpan<char> text)
    {
        foreach (var tag in Tags)
        {
            if (text.StartsWith(tag.Open, StringComparison.Ordinal))
            {
                return tag;
            }
        }

        return null;
    }

    /// <returns>How long the content of the element is; -1 where it is not closed.</returns>
    private static int FindClose(ReadOnlySpan<char> text, string close)
    {
        var opening = close == "</span>" ? "<span" : close.Replace("/", "", StringComparison.Ordinal);
        var open = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '<')
            {
                continue;
            }

            if (text[i..].StartsWith(close, StringComparison.Ordinal))
            {
                if (open-- == 0)
                {
                    return i;
                }
            }
            else if (text[i..].StartsWith(opening, StringComparison.Ordinal))
            {
                open++;
            }
        }

        return -1;
    }
}
