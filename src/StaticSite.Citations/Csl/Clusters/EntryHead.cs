using StaticSite.Citations.Csl.Output;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>The number or label at the head of an entry.</summary>
internal static class EntryHead
{
    /// <summary>For lists that number their entries themselves: the entry without its number and without the box around the rest.</summary>
    /// <returns>Null where the entry has no number.</returns>
    public static string? WithoutNumber(RenderedEntry entry, OutputFormat format)
    {
        if (Nodes.First<CitationNumberTag>(entry.Node) is not { } number)
        {
            return null;
        }

        return Strip(entry.Node, number) is not { } rest ? "" : TokenWriter.Write(Flattener.Flatten(rest, entry.Locale), format).TrimStart();
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

        List<Node>? kept = group.Display == Style.Display.RightInline ? group.Children : null;
        for (var i = 0; i < group.Children.Count; i++)
        {
            var left = Strip(group.Children[i], number);
            if (ReferenceEquals(left, group.Children[i]))
            {
                continue;
            }

            kept = [.. group.Children[..i]];
            kept.AddRange(left is { IsEmpty: false } ? [left] : []);
            kept.AddRange(group.Children[(i + 1)..].Select(child => Strip(child, number)).OfType<Node>());
            break;
        }

        if (kept is null)
        {
            return group;
        }

        if (kept.Count == 0)
        {
            return null;
        }

        return group.Display == Style.Display.RightInline ? new GroupNode { Children = kept, Suffix = group.Suffix } : Nodes.Copy(group, kept);
    }
}
