using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace StaticSite.Parse.Syntax.Tables;

/// <summary>Moves each caption to the table before it, else to the table after it.</summary>
internal static class TableCaptions
{
    private static readonly object Key = typeof(TableCaption);

    public static TableCaption? Of(Table table) => (TableCaption?)table.GetData(Key);

    public static void Attach(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is not TableCaption caption || FindTable(container, i) is not { } table)
            {
                continue;
            }

            table.SetData(Key, caption);
            container.RemoveAt(i);
            i--;
        }
    }

    private static Table? FindTable(ContainerBlock container, int caption)
    {
        if (caption > 0 && container[caption - 1] is Table before && Of(before) is null)
        {
            return before;
        }

        return caption + 1 < container.Count && container[caption + 1] is Table after ? after : null;
    }
}
