using System.Text;

namespace StaticSite.Citations;

/// <summary>An entry in a plain readable order: authors, title, container, year, volume, pages, links.</summary>
public static class PlainEntry
{
    /// <summary>Safe HTML. Chinese items have Chinese punctuation; an item in another language than the document says so in <c>lang</c>.</summary>
    public static string Html(Item item, string language)
    {
        if (item.PlainText is { } text)
        {
            return PlainText.ToHtml(text);
        }

        var chinese = Script.IsChinese(item);
        var html = new StringBuilder();
        Sentence(html, RichText.Escape(PlainNames.ForEntry(item, chinese)), chinese);
        Sentence(html, RichText.ToHtml(item.Field("title") ?? ""), chinese);
        Sentence(html, Source(item, chinese), chinese);
        Links(html, item, chinese);
        var entry = html.ToString().TrimEnd();
        return Script.Tag(item) is { } tag && Script.Primary(tag) != Script.Primary(language)
            ? $"<span lang=\"{RichText.Escape(tag)}\">{entry}</span>"
            : entry;
    }

    private static void Sentence(StringBuilder html, string text, bool chinese)
    {
        if (text.Length > 0)
        {
            var ended = text[^1] is '.' or '?' or '!' or '。' or '？' or '！';
            html.Append(text).Append(ended ? "" : chinese ? "。" : ".").Append(chinese ? "" : " ");
        }
    }

    /// <summary><c>Lupus, 2022; 31(4): 12-20</c>; for a book its place and publisher stand where the journal would.</summary>
    private static string Source(Item item, bool chinese)
    {
        var source = new StringBuilder(Container(item, chinese));
        Append(source, chinese ? "，" : ", ", Year(item));
        var issue = RichText.ToHtml(item.Field("issue") ?? "");
        var volume = RichText.ToHtml(item.Field("volume") ?? "") + (issue.Length > 0 ? $"({issue})" : "");
        Append(source, chinese ? "；" : "; ", volume);
        Append(source, chinese ? "：" : ": ", RichText.ToHtml(item.Field("page") ?? item.Field("number") ?? ""));
        return source.ToString();
    }

    private static string Container(Item item, bool chinese)
    {
        var container = RichText.ToHtml(item.Field("container-title") ?? "");
        var publisher = RichText.ToHtml(item.Field("publisher") ?? "");
        if (item.Field("publisher-place") is { Length: > 0 } place && publisher.Length > 0)
        {
            publisher = RichText.ToHtml(place) + (chinese ? "：" : ": ") + publisher;
        }

        return container.Length > 0 ? container : publisher;
    }

    private static string Year(Item item)
    {
        if (!item.Dates.TryGetValue("issued", out var issued))
        {
            return "";
        }

        return issued.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? RichText.Escape(issued.Literal ?? "");
    }

    private static void Append(StringBuilder text, string delimiter, string part)
    {
        if (part.Length > 0)
        {
            text.Append(text.Length > 0 ? delimiter : "").Append(part);
        }
    }

    private static void Links(StringBuilder html, Item item, bool chinese)
    {
        Link(html, "DOI", item.Field("DOI"), Identifiers.Doi, chinese);
        Link(html, "PMID", item.Field("PMID"), Identifiers.Pmid, chinese);
        Link(html, "PMCID", item.Field("PMCID"), Identifiers.Pmcid, chinese);
        if (item.Field("URL") is { Length: > 0 } url && !(item.Field("DOI") is not null && url.Contains("doi.org/", StringComparison.OrdinalIgnoreCase)))
        {
            html.Append(Identifiers.Url(url));
        }
    }

    private static void Link(StringBuilder html, string label, string? value, Func<string, string> link, bool chinese)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            html.Append(label).Append(chinese ? "：" : ": ").Append(link(value)).Append(chinese ? "。" : ". ");
        }
    }
}
