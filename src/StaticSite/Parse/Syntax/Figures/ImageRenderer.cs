using Markdig.Syntax.Inlines;
using StaticSite.Model;
using StaticSite.Parse.Html;
using StaticSite.Parse.Syntax.Attributes;
using StaticSite.Parse.Syntax.Links;

namespace StaticSite.Parse.Syntax.Figures;

/// <summary>Images in running text, and what figures share with them.</summary>
internal static class ImageRenderer
{
    public static void WriteInline(SlotHtmlRenderer renderer, LinkInline image)
    {
        if (renderer.IsPlain)
        {
            return;
        }

        var caption = InlineText.Of(image);
        if (AttributeList.Of(image)?.Find("id") is { } id && id.Value.StartsWith("fig-", StringComparison.Ordinal))
        {
            renderer.Page.Report(ParseDiagnostics.FigureNotAlone(id.Value, renderer.Page.Span(id.Span)));
        }

        var alt = AttributeList.Of(image)?.Find("alt")?.Value ?? caption;
        if (!TryWriteImage(renderer, image, alt, string.IsNullOrEmpty(image.Title) ? null : image.Title, inFigure: false))
        {
            renderer.Words(caption);
        }
    }

    /// <summary>False, and reported, where there is nothing to show: no alt text, or a file that is not the bundle's.</summary>
    public static bool TryWriteImage(SlotHtmlRenderer renderer, LinkInline image, string alt, string? title, bool inFigure)
    {
        var url = image.Url ?? "";
        var page = renderer.Page;
        if (page.IsFragment || AllowList.Judge(url) != UrlKind.Internal || string.IsNullOrWhiteSpace(url))
        {
            page.Report(page.IsFragment ? ParseDiagnostics.ImageInFragment(url, page.Span(image.Span)) : ParseDiagnostics.ImageOutside(url, LinkRenderer.UrlSpan(page, image)));
            return false;
        }

        if (string.IsNullOrWhiteSpace(alt) && AttributeList.Of(image)?.Find("alt") is null)
        {
            page.Report(ParseDiagnostics.ImageWithoutAlt(url, page.Span(image.Span)));
            return false;
        }

        var isWrapped = !inFigure && HasOwnAttributes(image);
        if (isWrapped)
        {
            renderer.Raw("<span");
            AttributeWriter.Write(renderer, image, "span", null, "alt");
            renderer.Raw(">");
        }

        renderer.Slot(new ImageSlot(
            LinkRenderer.UrlSpan(page, image), HtmlUrl.Unescape(url.Trim()), HtmlText.WithoutMarks(alt), title is null ? null : HtmlText.WithoutMarks(title), inFigure));
        renderer.Raw(isWrapped ? "</span>" : "");
        return true;
    }

    private static bool HasOwnAttributes(LinkInline image) =>
        AttributeList.Of(image) is { } list && list.Entries.Exists(entry => entry.Key != "alt");
}
