using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using StaticSite.Model;
using StaticSite.Parse.Html;
using StaticSite.Parse.Syntax.Attributes;
using StaticSite.Parse.Syntax.Links;

namespace StaticSite.Parse.Syntax.Figures;

/// <summary>An image alone in a paragraph: a figure with caption, numbered where it has an id <c>fig-…</c>.</summary>
internal static class FigureRenderer
{
    /// <summary>The paragraph's only content, if that is an image.</summary>
    public static LinkInline? FindImage(ParagraphBlock paragraph)
    {
        LinkInline? image = null;
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline { IsImage: true } found && image is null)
            {
                image = found;
            }
            else if (inline is not LiteralInline literal || !literal.Content.IsEmptyOrWhitespace())
            {
                return null;
            }
        }

        return image;
    }

    public static void Write(SlotHtmlRenderer renderer, LinkInline image)
    {
        var list = AttributeList.Of(image);
        var caption = InlineText.Of(image);
        var alt = list?.Find("alt")?.Value ?? (string.IsNullOrEmpty(image.Title) ? caption : image.Title);
        var number = Number(renderer.Page, image, list?.Find("id"));

        renderer.StartLine().Raw("<figure");
        AttributeWriter.Write(renderer, image, "figure", null, "alt");
        renderer.Raw(">\n");
        ImageRenderer.TryWriteImage(renderer, image, alt, title: null, inFigure: true);
        if (caption.Length > 0 || number is not null)
        {
            WriteCaption(renderer, image, number);
        }

        renderer.Raw("\n</figure>\n");
        renderer.Text.EndBlock();
    }

    private static string? Number(PageBuilder page, LinkInline image, AttributeEntry? id)
    {
        if (id is not { } entry || !entry.Value.StartsWith("fig-", StringComparison.Ordinal))
        {
            return null;
        }

        var number = page.NextNumber(CrossReferenceKind.Figure).ToString(CultureInfo.InvariantCulture);
        var file = AllowList.Judge(image.Url) == UrlKind.Internal ? HtmlUrl.Unescape(image.Url ?? "") : null;
        page.Numbered.Add(new Numbered(CrossReferenceKind.Figure, entry.Value, number, file, page.Span(entry.Span)));
        return number;
    }

    private static void WriteCaption(SlotHtmlRenderer renderer, LinkInline image, string? number)
    {
        renderer.Raw("\n<figcaption>");
        if (number is not null)
        {
            renderer.Slot(new LabelSlot(LinkRenderer.UrlSpan(renderer.Page, image), CrossReferenceKind.Figure, number));
            renderer.Raw(" ");
            renderer.Caption = (CrossReferenceKind.Figure, number);
        }

        renderer.WriteChildren(image);
        renderer.Caption = null;
        renderer.Raw("</figcaption>");
    }
}
