using Markdig.Syntax;
using StaticSite.Model;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Containers;

/// <summary>A titled box. Its title is the theme's string <c>box_&lt;name&gt;</c> unless the author wrote one.</summary>
internal static class Box
{
    private static readonly string[] Names = ["related", "note", "warning", "summary", "tip", "important", "caution"];

    public static bool IsName(string name) => Names.Contains(name);

    /// <summary>The known name that this is most likely a slip of; null where none is near.</summary>
    public static string? FindNearest(string name) => Nearest.Find(name, Names);

    public static void Write(SlotHtmlRenderer renderer, ContainerBlock block, string name, string title, Model.SourceSpan where)
    {
        // Only the summary is a landmark: a page may hold any number of the others, which would drown the rest in a list of landmarks.
        var (element, role) = name switch
        {
            "summary" => ("section", ""),
            "related" => ("div", " role=\"group\""),
            _ => ("div", " role=\"note\""),
        };
        renderer.StartLine().Raw("<").Raw(element).Raw(role);
        WriteTitle(renderer, block, (element, name, title), where);
        var outer = renderer.IsInRelatedBox;
        renderer.IsInRelatedBox |= name == "related";
        renderer.WriteBlocks(block);
        renderer.IsInRelatedBox = outer;
        renderer.StartLine().Raw("</").Raw(element).Raw(">\n");
    }

    private static void WriteTitle(SlotHtmlRenderer renderer, ContainerBlock block, (string Element, string Name, string Title) box, Model.SourceSpan where)
    {
        var id = renderer.Page.CreateId($"box-{box.Name}");
        renderer.Raw(" aria-labelledby=\"").Raw(id).Raw("\"");
        AttributeWriter.Write(renderer, block, box.Element, $"box box-{box.Name}", "aria-labelledby");
        renderer.Raw(">\n<p class=\"box-title\" id=\"").Raw(id).Raw("\">");
        if (box.Title.Length > 0)
        {
            renderer.Words(box.Title);
        }
        else
        {
            renderer.Slot(new StringSlot(where, $"box_{box.Name}"));
        }

        renderer.Raw("</p>\n");
        renderer.Text.EndBlock();
    }
}
