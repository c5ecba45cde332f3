using Markdig.Syntax;
using StaticSite.Parse.Html;

namespace StaticSite.Parse.Syntax.Attributes;

/// <summary>Writes a node's attribute list into its start tag, through the allow-list.</summary>
internal static class AttributeWriter
{
    /// <param name="classes">The feature's own classes, before the author's.</param>
    /// <param name="consumed">Keys that the feature writes or uses itself.</param>
    public static void Write(SlotHtmlRenderer renderer, MarkdownObject node, string element, string? classes = null, params ReadOnlySpan<string> consumed)
    {
        if (AttributeList.Of(node) is { } list)
        {
            foreach (var entry in list.Entries)
            {
                if (entry.Key == "class")
                {
                    classes = classes is null ? entry.Value : $"{classes} {entry.Value}";
                }
                else if (!consumed.Contains(entry.Key) && list.Find(entry.Key) == entry)
                {
                    WriteEntry(renderer, element, entry);
                }
            }
        }

        if (classes is not null)
        {
            renderer.Raw(" class=\"").Escaped(classes).Raw("\"");
        }
    }

    private static void WriteEntry(SlotHtmlRenderer renderer, string element, AttributeEntry entry)
    {
        var where = renderer.Page.Span(entry.Span);
        if (AllowList.IsUrlAttribute(entry.Key))
        {
            renderer.Page.Report(ParseDiagnostics.AttributeRemoved(element, entry.Key, where));
        }
        else if (AttributeFilter.Accepts(renderer.Page, element, entry.Key, entry.Value, where))
        {
            renderer.Raw(" ").Raw(entry.Key).Raw("=\"").Escaped(entry.Value).Raw("\"");
        }
    }
}
