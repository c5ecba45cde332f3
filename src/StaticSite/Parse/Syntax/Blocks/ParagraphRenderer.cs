using Markdig.Syntax;
using StaticSite.Parse.Syntax.Attributes;
using StaticSite.Parse.Syntax.Figures;

namespace StaticSite.Parse.Syntax.Blocks;

internal sealed class ParagraphRenderer : SlotRenderer<ParagraphBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, ParagraphBlock obj)
    {
        if (FigureRenderer.FindImage(obj) is { } image && !renderer.ImplicitParagraph)
        {
            FigureRenderer.Write(renderer, image);
            return;
        }

        var start = renderer.Text.Length;
        if (renderer.ImplicitParagraph)
        {
            WriteInlines(renderer, obj);
            renderer.Text.EndBlock();
            return;
        }

        renderer.StartLine().Raw("<p");
        AttributeWriter.Write(renderer, obj, "p");
        renderer.Raw(">");
        WriteInlines(renderer, obj);
        renderer.Raw("</p>\n");
        if (obj.Parent is MarkdownDocument)
        {
            renderer.Text.EndParagraph(start);
        }
        else
        {
            renderer.Text.EndBlock();
        }
    }

    private static void WriteInlines(SlotHtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (paragraph.Inline is not null)
        {
            renderer.WriteChildren(paragraph.Inline);
        }
    }
}
