using Markdig.Syntax.Inlines;
using StaticSite.Model;
using StaticSite.Parse.Html;
using StaticSite.Parse.Syntax.Attributes;
using StaticSite.Parse.Syntax.Figures;

namespace StaticSite.Parse.Syntax.Links;

/// <summary>A link out of the site is finished here; one inside it is a slot; one with a scheme that is not allowed leaves its text.</summary>
internal sealed class LinkRenderer : SlotRenderer<LinkInline>
{
    protected override void Write(SlotHtmlRenderer renderer, LinkInline obj)
    {
        if (obj.IsImage)
        {
            ImageRenderer.WriteInline(renderer, obj);
            return;
        }

        if (renderer.IsPlain || renderer.IsInLink)
        {
            renderer.WriteChildren(obj);
            return;
        }

        var url = obj.Url ?? "";
        var where = UrlSpan(renderer.Page, obj);
        var kind = AllowList.Judge(url);
        if (kind == UrlKind.Refused || string.IsNullOrWhiteSpace(url))
        {
            renderer.Page.Report(kind == UrlKind.Refused ? ParseDiagnostics.LinkRefused(url, where) : ParseDiagnostics.LinkEmpty(renderer.Page.Span(obj.Span)));
            renderer.WriteChildren(obj);
        }
        else if (kind == UrlKind.External)
        {
            WriteExternal(renderer, obj, url);
        }
        else if (renderer.Page.IsFragment)
        {
            WriteInFragment(renderer, obj, url, where);
        }
        else
        {
            WriteSlot(renderer, obj, url, where);
        }
    }

    /// <summary>The target as written; for a reference link, where it is defined.</summary>
    public static SourceSpan UrlSpan(PageBuilder page, LinkInline link)
    {
        var span = link.Reference is { } reference ? reference.UrlSpan : link.UrlSpan;
        return page.Span(span.IsEmpty || span.End < span.Start ? link.Span : span);
    }

    private static void WriteExternal(SlotHtmlRenderer renderer, LinkInline link, string url)
    {
        var isWeb = !url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
        Start(renderer, link, HtmlUrl.Escape(url), isWeb ? " rel=\"external\"" : "");
        if (link.FirstChild is null)
        {
            renderer.Words(url);
        }

        End(renderer, link);
    }

    /// <summary>A text of a YAML file stands on many pages, so that only addresses from the root mean the same everywhere.</summary>
    private static void WriteInFragment(SlotHtmlRenderer renderer, LinkInline link, string url, SourceSpan where)
    {
        if (!url.StartsWith('/'))
        {
            renderer.Page.Report(ParseDiagnostics.LinkInFragment(url, where));
            renderer.WriteChildren(link);
            return;
        }

        Start(renderer, link, HtmlUrl.Escape(url), "");
        End(renderer, link);
    }

    private static void Start(SlotHtmlRenderer renderer, LinkInline link, string href, string rel)
    {
        renderer.Raw("<a href=\"").Raw(href).Raw("\"").Raw(rel);
        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Raw(" title=\"").Escaped(link.Title).Raw("\"");
        }

        AttributeWriter.Write(renderer, link, "a", null, string.IsNullOrEmpty(link.Title) ? [] : ["title"]);
        renderer.Raw(">");
        renderer.IsInLink = true;
    }

    private static void End(SlotHtmlRenderer renderer, LinkInline link)
    {
        renderer.WriteChildren(link);
        renderer.IsInLink = false;
        renderer.Raw("</a>");
    }

    private static void WriteSlot(SlotHtmlRenderer renderer, LinkInline link, string url, SourceSpan where)
    {
        var (target, fragment) = HtmlUrl.Split(url);
        var title = string.IsNullOrEmpty(link.Title) ? null : HtmlText.WithoutMarks(link.Title);
        var isWrapped = AttributeList.Of(link) is not null;
        if (isWrapped)
        {
            renderer.Raw("<span");
            AttributeWriter.Write(renderer, link, "span");
            renderer.Raw(">");
        }

        var start = renderer.StartLink(new LinkStartSlot(where, target, fragment, title, link.FirstChild is null, renderer.IsInRelatedBox));
        renderer.IsInLink = true;
        renderer.WriteChildren(link);
        renderer.IsInLink = false;
        renderer.EndLink(where, start);
        renderer.Raw(isWrapped ? "</span>" : "");
    }
}
