using System.Buffers;
using System.Text;

namespace StaticSite.Render;

/// <summary>Escaping: what HTML needs and nothing else, so that Chinese stays as it is.</summary>
internal static class Html
{
    private static readonly SearchValues<char> s_special = SearchValues.Create("&<>\"'");

    /// <summary>For the few places where HTML is written by hand and not by a template.</summary>
    public static string Escape(string text)
    {
        var first = text.AsSpan().IndexOfAny(s_special);
        if (first < 0)
        {
            return text;
        }

        var html = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var character in text.AsSpan(first))
        {
            _ = s_special.Contains(character) ? html.Append(Entity(character)) : html.Append(character);
        }

        return html.ToString();
    }

    public static void Write(ReadOnlySpan<char> text, TextBuffer html)
    {
        for (var at = text.IndexOfAny(s_special); at >= 0; at = text.IndexOfAny(s_special))
        {
            html.Write(text[..at]);
            html.Write(Entity(text[at]));
            text = text[(at + 1)..];
        }

        html.Write(text);
    }

    private static string Entity(char special) => special switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "&#39;",
    };
}
