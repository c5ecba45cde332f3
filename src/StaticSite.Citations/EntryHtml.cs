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
        var isLinked = false;
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
                isLinked = true;
            }
        }

        return isLinked ? html : html + WayToWork(item);
    }

    /// <summary>Some styles print no identifier, and a reader must find the source all the same.</summary>
    private static string WayToWork(Item item) => Identifiers.Variables
        .Where(variable => item.Field(variable) is { } written && Identifiers.FindAddress(variable, written) is not null)
        .Select(variable => $" {variable}: <a href=\"{RichText.Escape(Identifiers.FindAddress(variable, item.Field(variable)!)!)}\">{RichText.Escape(item.Field(variable)!.Trim())}</a>")
        .FirstOrDefault("");

    private static IEnumerable<(string Text, string Address)> Identified(Item item)
    {
        foreach (var variable in Identifiers.Variables)
        {
            if (item.Field(variable) is not { } written || Identifiers.FindAddress(variable, written) is not { } address)
            {
                continue;
            }

            // Longest first: an address in full holds the identifier that it is made of.
            var value = written.Trim();
            foreach (var text in new[] { address, "https://doi.org/" + value, value }.Distinct().OrderByDescending(text => text.Length))
            {
                yield return (text, address);
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
