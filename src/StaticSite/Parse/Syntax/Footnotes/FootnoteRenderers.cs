using System.Globalization;
using Markdig.Extensions.Footnotes;
using StaticSite.Model;

namespace StaticSite.Parse.Syntax.Footnotes;

/// <summary>The number in the text, and the way back from the note.</summary>
internal sealed class FootnoteLinkRenderer : SlotRenderer<FootnoteLink>
{
    protected override void Write(SlotHtmlRenderer renderer, FootnoteLink obj)
    {
        if (renderer.IsPlain)
        {
            return;
        }

        var number = obj.Footnote.Order;
        if (obj.IsBackLink)
        {
            WriteBackLink(renderer, obj, number);
            return;
        }

        var use = renderer.FootnoteUses.GetValueOrDefault(number) + 1;
        renderer.FootnoteUses[number] = use;
        var text = number.ToString(CultureInfo.InvariantCulture);
        renderer.Page.Anchors.Add(Anchor(number, use));
        if (renderer.IsInLink)
        {
            renderer.Raw($"<sup id=\"{Anchor(number, use)}\">{text}</sup>");
            return;
        }

        renderer.Raw($"<sup><a id=\"{Anchor(number, use)}\" href=\"#fn-{text}\" class=\"footnote-ref\" role=\"doc-noteref\">{text}</a></sup>");
    }

    private static void WriteBackLink(SlotHtmlRenderer renderer, FootnoteLink link, int number)
    {
        var use = link.Index - link.Footnote.Links[0].Index + 1;
        renderer.Raw($" <a href=\"#{Anchor(number, use)}\" class=\"footnote-back\" role=\"doc-backlink\"><span aria-hidden=\"true\">↩</span><span class=\"visually-hidden\">");
        renderer.Slot(new StringSlot(renderer.Page.Span(link.Footnote.Span), "footnote_back"));
        renderer.Raw("</span></a>");
    }

    private static string Anchor(int number, int use) =>
        use == 1 ? string.Create(CultureInfo.InvariantCulture, $"fnref-{number}") : string.Create(CultureInfo.InvariantCulture, $"fnref-{number}-{use}");
}

/// <summary>All notes, at the end of the body.</summary>
internal sealed class FootnoteGroupRenderer : SlotRenderer<FootnoteGroup>
{
    protected override void Write(SlotHtmlRenderer renderer, FootnoteGroup obj)
    {
        if (obj.Count == 0)
        {
            return;
        }

        renderer.StartLine().Raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"footnotes\">\n");
        renderer.Raw("<h2 id=\"footnotes\" class=\"visually-hidden\">");
        renderer.Slot(new StringSlot(renderer.Page.Span(obj[0].Span), "footnotes"));
        renderer.Raw("</h2>\n<ol>\n");
        renderer.Page.Anchors.Add("footnotes");
        foreach (var block in obj)
        {
            var footnote = (Footnote)block;
            var id = string.Create(CultureInfo.InvariantCulture, $"fn-{footnote.Order}");
            renderer.Page.Anchors.Add(id);
            renderer.Raw($"<li id=\"{id}\">\n");
            renderer.WriteBlocks(footnote);
            renderer.StartLine().Raw("</li>\n");
        }

        renderer.Raw("</ol>\n</section>\n");
    }
}
