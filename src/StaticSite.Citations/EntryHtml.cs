using System.Collections.Immutable;
using System.Text;
using StaticSite.Citations.Csl;

namespace StaticSite.Citations;

/// <summary>An entry of a list for a web page: identifiers lead to their works, and a work in another language says so.</summary>
public static class EntryHtml
{
    /// <param name="language">The page's language, by its code or BCP 47 tag.</param>
    public static string Of(Item item, BibliographyEntry entry, string language)
    {
        if (item.PlainText is { } text)
        {
            return PlainText.ToHtml(text);
        }

        var html = Link(entry.HtmlWithoutNumber, item);
        return Script.Tag(item) is { } tag && Script.Primary(tag) != Script.Primary(language)
            ? $"<span lang=\"{RichText.Escape(tag)}\">{html}</span>"
            : html;
    }

    /// <summary>What a style prints of an identifier becomes its link; an address that the style made of it becomes one as a whole.</summary>
    private static string Link(string html, Item item)
    {
        foreach (var (written, address) in Identified(item))
        {
            var text = RichText.Escape(written);
            var at = FindText(html, text);
            if (at >= 0)
            {
                html = new StringBuilder(html, html.Length + address.Length + 32)
                    .Insert(at + text.Length, "</a>")
                    .Insert(at, $"<a href=\"{RichText.Escape(address)}\">")
                    .ToString();
            }
        }

        return html;
    }

    private static IEnumerable<(string Text, string Address)> Identified(Item item)
    {
        foreach (var (field, address) in WorkAddresses.Of(item))
        {
            var value = item.Field(field)!.Trim();
            yield return (address, address);
            if (value != address)
            {
                yield return (value, address);
            }

            if (field == "DOI")
            {
                yield return ("https://doi.org/" + value, address);
            }
        }
    }

    /// <summary>The text outside of tags and outside of links that stand already; -1 where it is not printed.</summary>
    private static int FindText(string html, string text)
    {
        for (var at = html.IndexOf(text, StringComparison.Ordinal); at >= 0; at = html.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            var before = html.AsSpan(0, at);
            var isInTag = before.LastIndexOf('<') > before.LastIndexOf('>');
            var isInLink = before.LastIndexOf("<a ") > before.LastIndexOf("</a>");
            if (!isInTag && !isInLink)
            {
                return at;
            }
        }

        return -1;
    }
}
