using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>The number or label at the head of an entry.</summary>
internal static class EntryHead
{
    /// <summary>
    /// For lists that number their entries themselves: takes the number out, with the affixes of the elements that hold nothing
    /// else, and the box away that stands around the rest.
    /// </summary>
    public static void Remove(GroupNode entry, GroupNode number)
    {
        number.Children.Clear();
        Unbox(entry);
    }

    private static void Unbox(GroupNode group)
    {
        if (group.Display == Display.RightInline)
        {
            (group.Display, group.Font, group.Markup, group.IsQuoted) = (Display.Unset, default, Markup.None, false);
            (group.Prefix, group.Delimiter) = ("", "");
        }

        for (var i = 0; i < group.Children.Count; i++)
        {
            if (group.Children[i] is GroupNode child)
            {
                Unbox(child);
            }
        }
    }
}
