using Markdig.Syntax.Inlines;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Emphasis;

internal sealed class EmphasisRenderer : SlotRenderer<EmphasisInline>
{
    protected override void Write(SlotHtmlRenderer renderer, EmphasisInline obj)
    {
        var element = obj.DelimiterChar == '~' ? "del" : obj.DelimiterCount == 2 ? "strong" : "em";
        renderer.Raw("<").Raw(element);
        if (!renderer.IsPlain)
        {
            AttributeWriter.Write(renderer, obj, element);
        }

        renderer.Raw(">");
        renderer.WriteChildren(obj);
        renderer.Raw("</").Raw(element).Raw(">");
    }
}
