using StaticSite.Model;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Containers;

internal sealed class FencedContainerRenderer : SlotRenderer<FencedContainer>
{
    protected override void Write(SlotHtmlRenderer renderer, FencedContainer obj)
    {
        var page = renderer.Page;
        if (!obj.IsClosedByFence)
        {
            page.Report(ParseDiagnostics.ContainerNotClosed(page.Span(obj.OpeningSpan)));
        }

        var list = AttributeList.Of(obj);
        if (list?.Id == "refs")
        {
            renderer.StartLine();
            renderer.Slot(new ReferenceListSlot(page.Span(obj.OpeningSpan)));
            renderer.Raw("\n");
            renderer.WriteBlocks(obj);
            return;
        }

        var name = obj.Name.Length > 0 ? obj.Name : list?.Find("class") is { } first && Box.IsName(first.Value) ? first.Value : "";
        if (Box.IsName(name))
        {
            Box.Write(renderer, obj, name, obj.Title, page.Span(obj.OpeningSpan));
            return;
        }

        if (name.Length > 0)
        {
            page.Report(ParseDiagnostics.UnknownContainer(name, Box.FindNearest(name), page.Span(obj.NameSpan)));
        }

        renderer.StartLine().Raw("<div");
        AttributeWriter.Write(renderer, obj, "div");
        renderer.Raw(">\n");
        renderer.WriteBlocks(obj);
        renderer.StartLine().Raw("</div>\n");
    }
}
