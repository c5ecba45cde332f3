using Markdig.Syntax.Inlines;
using StaticSite.Parse.Html;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.BareLinks;

internal sealed class BareLinkRenderer : SlotRenderer<BareLinkInline>
{
    protected override void Write(SlotHtmlRenderer renderer, BareLinkInline obj)
    {
        if (renderer.IsInLink || renderer.IsPlain)
        {
            renderer.Words(obj.Text);
            return;
        }

        renderer.Raw("<a href=\"").Raw(obj.Href).Raw("\" rel=\"external\"");
        AttributeWriter.Write(renderer, obj, "a");
        renderer.Raw(">").Escaped(obj.Text).Raw("</a>");
    }
}

/// <summary><c>&lt;https://example.org&gt;</c> and <c>&lt;a@example.org&gt;</c>.</summary>
internal sealed class AutolinkRenderer : SlotRenderer<AutolinkInline>
{
    protected override void Write(SlotHtmlRenderer renderer, AutolinkInline obj)
    {
        var url = obj.IsEmail ? "mailto:" + obj.Url : obj.Url;
        if (AllowList.Judge(url) == UrlKind.Refused && !renderer.IsPlain)
        {
            renderer.Page.Report(ParseDiagnostics.LinkRefused(url, renderer.Page.Span(obj.Span)));
            renderer.Words(obj.Url);
            return;
        }

        if (renderer.IsInLink || renderer.IsPlain)
        {
            renderer.Words(obj.Url);
            return;
        }

        renderer.Raw("<a href=\"").Raw(HtmlUrl.Escape(url)).Raw(obj.IsEmail ? "\"" : "\" rel=\"external\"");
        AttributeWriter.Write(renderer, obj, "a");
        renderer.Raw(">").Words(obj.Url);
        renderer.Raw("</a>");
    }
}
