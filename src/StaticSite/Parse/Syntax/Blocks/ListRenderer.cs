using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Blocks;

internal sealed class ListRenderer : SlotRenderer<ListBlock>
{
    protected override void Write(SlotHtmlRenderer renderer, ListBlock obj)
    {
        var element = obj.IsOrdered ? "ol" : "ul";
        var isTaskList = obj.Count > 0 && IsTask(obj[0]);
        renderer.StartLine().Raw("<").Raw(element);
        if (obj.IsOrdered && obj.OrderedStart is { } start && start != "1" && obj.DefaultOrderedStart != start)
        {
            renderer.Raw(" start=\"").Escaped(start).Raw("\"");
        }

        AttributeWriter.Write(renderer, obj, element, isTaskList ? "tasks" : null);
        renderer.Raw(">\n");
        var outer = renderer.ImplicitParagraph;
        foreach (var item in obj)
        {
            renderer.ImplicitParagraph = !obj.IsLoose;
            renderer.StartLine().Raw("<li");
            AttributeWriter.Write(renderer, item, "li", IsTask(item) ? "task" : null);
            renderer.Raw(">");
            renderer.WriteChildren((ListItemBlock)item);
            renderer.Raw("</li>\n");
        }

        renderer.ImplicitParagraph = outer;
        renderer.Raw("</").Raw(element).Raw(">\n");
    }

    private static bool IsTask(Block item) =>
        item is ListItemBlock { Count: > 0 } list && list[0] is ParagraphBlock { Inline.FirstChild: TaskList };
}
