namespace StaticSite.Citations.Csl.Output;

/// <summary>Questions to a tree of output, and changes of it.</summary>
internal static class Nodes
{
    /// <summary>All parts in the order of print, outer before inner.</summary>
    public static IEnumerable<Node> All(Node node)
    {
        var open = new Stack<Node>();
        open.Push(node);
        while (open.TryPop(out var next))
        {
            yield return next;
            if (next is GroupNode group)
            {
                for (var i = group.Children.Count - 1; i >= 0; i--)
                {
                    open.Push(group.Children[i]);
                }
            }
        }
    }

    public static IEnumerable<GroupNode> WithTag<T>(Node node)
        where T : Tag => All(node).OfType<GroupNode>().Where(group => group.Tag is T);

    public static GroupNode? First<T>(Node node)
        where T : Tag
    {
        if (node is not GroupNode group)
        {
            return null;
        }

        if (group.Tag is T && !group.IsEmpty)
        {
            return group;
        }

        for (var i = 0; i < group.Children.Count; i++)
        {
            if (First<T>(group.Children[i]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The same tree without the parts that <paramref name="drop"/> names; null where nothing is left.</summary>
    public static Node? Without(Node node, Func<GroupNode, bool> drop)
    {
        if (node is not GroupNode group)
        {
            return node;
        }

        if (drop(group))
        {
            return null;
        }

        var kept = new NodeList(group.Children.Count);
        foreach (var child in group.Children)
        {
            if (Without(child, drop) is { IsEmpty: false } left)
            {
                kept.Add(left);
            }
        }

        return kept.Count == 0 ? null : Copy(group, kept);
    }

    /// <summary>The same tree with parts replaced; <paramref name="replace"/> says null where a part stays and is looked into.</summary>
    public static Node Replace(Node node, Func<GroupNode, Node?> replace) =>
        node is not GroupNode group ? node
        : replace(group) ?? Copy(group, [.. group.Children.Select(child => Replace(child, replace))]);

    public static GroupNode Copy(GroupNode group, NodeList children) => new()
    {
        Children = children,
        Font = group.Font,
        Prefix = group.Prefix,
        Suffix = group.Suffix,
        Delimiter = group.Delimiter,
        Display = group.Display,
        IsQuoted = group.IsQuoted,
        IsInnerQuote = group.IsInnerQuote,
        Markup = group.Markup,
        Tag = group.Tag,
    };
}
