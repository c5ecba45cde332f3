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
        return Script.Tag(item) is { } tag && !Script.Primary(tag).SequenceEqual(Script.Primary(language))
            ? $"<span lang=\"{RichText.Escape(tag)}\">{html}</span>"
            : html;
    }

    /// <summary>What a style prints of an identifier becomes its link; an address that the style made of it becomes one as a whole.</summary>
    private static string Link(string html, Item item)
    {
        var linked = html;
        foreach (var variable in Identifiers.Variables)
        {
            if (item.Field(variable) is { } written && Identifiers.FindAddress(variable, written) is { } address)
            {
                linked = Link(linked, written.Trim(), address);
            }
        }

        return ReferenceEquals(linked, html) ? html + WayToWork(item) : linked;
    }

    private static string Link(string html, string value, string address)
    {
        // An address mostly holds the identifier that it is made of; where that is not printed, nor is the address.
        if (!html.Contains(RichText.Escape(value), StringComparison.Ordinal) && address.Contains(value, StringComparison.Ordinal))
        {
            return html;
        }

        // Longest first, for the same reason. Where no address at all is printed, only the identifier can be.
        foreach (var text in html.Contains("://", StringComparison.Ordinal) ? LongestFirst(address, "https://doi.org/" + value, value) : [value])
        {
            var shown = RichText.Escape(text);
            var at = FindText(html, shown);
            if (at >= 0)
            {
                html = string.Concat(html.AsSpan(0, at), $"<a href=\"{RichText.Escape(address)}\">{shown}</a>", html.AsSpan(at + shown.Length));
            }
        }

        return html;
    }

    /// <summary>Each once.</summary>
    private static string[] LongestFirst(string address, string resolved, string value)
    {
        // The resolver's address of the identifier is always longer than that.
        if (address == resolved || address == value)
        {
            return [resolved, value];
        }

        return address.Length >= resolved.Length ? [address, resolved, value]
            : address.Length >= value.Length ? [resolved, address, value]
            : [resolved, value, address];
    }

    /// <summary>Some styles print no identifier, and a reader must find the source all the same.</summary>
    private static string WayToWork(Item item)
    {
        foreach (var variable in Identifiers.Variables)
        {
            if (item.Field(variable) is { } written && Identifiers.FindAddress(variable, written) is { } address)
            {
                return $" {variable}: <a href=\"{RichText.Escape(address)}\">{RichText.Escape(written.Trim())}</a>";
            }
        }

        return "";
    }

    /// <summary>The text outside of tags and outside of links that stand already; -1 where it is not printed.</summary>
    private static int FindText(string html, string text)
    {
        for (var at = html.IndexOf(text, StringComparison.Ordinal); at >= 0; at = html.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            var before = html.AsSpan(0, at);
            var isInTag = before.LastIndexOf('<') > before.LastIndexOf('>');
            if (!isInTag && !IsInLink(before))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsInLink(ReadOnlySpan<char> before) =>
        before.LastIndexOf("<a ") is >= 0 and var open && open > before.LastIndexOf("</a>");
}
