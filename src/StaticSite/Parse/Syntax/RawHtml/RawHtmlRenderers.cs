using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticSite.Parse.Syntax.RawHtml;

internal sealed class HtmlBlockRenderer : SlotRenderer<HtmlBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, HtmlBlock obj)
    {
        renderer.StartLine();
        renderer.RawHtml.Write(renderer.Html, RawPiece.Of(obj), renderer.IsInRelatedBox);
        renderer.StartLine();
    }
}

internal sealed class HtmlInlineRenderer : SlotRenderer<HtmlInline>
{
    protected override void Write(SlotHtmlRenderer renderer, HtmlInline obj)
    {
        if (!renderer.IsPlain)
        {
            renderer.RawHtml.Write(renderer.Html, RawPiece.Of(obj), renderer.IsInRelatedBox);
        }
    }
}
