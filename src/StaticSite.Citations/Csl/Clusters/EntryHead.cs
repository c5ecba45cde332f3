using StaticSite.Citations.Csl.Output;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>The number or label at the head of an entry.</summary>
internal static class EntryHead
{
    /// <summary>For lists that number their entries themselves: the entry without its number and without the box around the rest.</summary>
    public static string WithoutNumber(RenderedEntry entry, OutputFormat format)
    {
        if (entry.Node is null)
        {
            return "";
        }

        var number = Nodes.First<CitationNumberTag>(entry.Node);
        var rest = number is null ? entry.Node : Strip(entry.Node, number);
        return rest is null ? "" : TokenWriter.Write(Flattener.Flatten(rest, entry.Locale), format).TrimStart();
    }

    /// <summary>The number vanishes with the affixes of the elements that hold nothing else.</summary>
    private static Node? Strip(Node node, GroupNode number)
    {
        if (ReferenceEquals(node, number))
        {
            return null;
        }

        if (node is not GroupNode group)
        {
            return node;
        }

        var kept = new List<Node>(group.Children.Count);
        foreach (var child in group.Children)
        {
            if (Strip(child, number) is { IsEmpty: false } left)
            {
                kept.Add(left);
            }
        }

        if (kept.Count == 0)
        {
            return null;
        }

        return group.Display == Style.Display.RightInline ? new GroupNode { Children = kept, Suffix = group.Suffix } : Nodes.Copy(group, kept);
    }
}
