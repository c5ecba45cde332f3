using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Definitions;

internal sealed class DefinitionListRenderer : SlotRenderer<DefinitionList>
{
    protected override void Write(SlotHtmlRenderer renderer, DefinitionList obj)
    {
        renderer.StartLine().Raw("<dl");
        AttributeWriter.Write(renderer, obj, "dl");
        renderer.Raw(">\n");
        foreach (var block in obj)
        {
            WriteItem(renderer, (DefinitionItem)block);
        }

        renderer.Raw("</dl>\n");
    }

    private static void WriteItem(SlotHtmlRenderer renderer, DefinitionItem item)
    {
        var outer = renderer.ImplicitParagraph;
        var paragraphs = item.Count(block => block is not (DefinitionTerm or BlankLineBlock));
        renderer.ImplicitParagraph = paragraphs == 1;
        foreach (var term in item.OfType<DefinitionTerm>())
        {
            renderer.StartLine().Raw("<dt");
            AttributeWriter.Write(renderer, term, "dt");
            renderer.Raw(">");
            if (term.Inline is not null)
            {
                renderer.WriteChildren(term.Inline);
            }

            renderer.Raw("</dt>\n");
            renderer.Text.EndBlock();
        }

        renderer.Raw("<dd>");
        foreach (var block in item.Where(block => block is not DefinitionTerm))
        {
            renderer.Write(block);
        }

        renderer.Raw("</dd>\n");
        renderer.ImplicitParagraph = outer;
    }
}
