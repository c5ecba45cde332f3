using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>A dash in place of names that the entry before has too (subsequent-author-substitute).</summary>
internal sealed class AuthorSubstitution(string text, SubstituteRule rule)
{
    private List<string>? _before;

    public GroupNode Next(GroupNode content)
    {
        if (Nodes.First<NamesTag>(content) is not { } names || !IsAtHead(content, names))
        {
            _before = null;
            return content;
        }

        var persons = Nodes.WithTag<NameTag>(names).ToList();
        var now = persons.Count == 0 ? [TextOf(names)] : persons.Select(TextOf).ToList();
        var before = _before;
        _before = now;
        if (before is null)
        {
            return content;
        }

        var common = Common(before, now);
        var isSame = common == now.Count && common == before.Count;
        return rule switch
        {
            SubstituteRule.CompleteAll => isSame ? ReplaceAll(content, names) : content,
            SubstituteRule.CompleteEach => isSame ? ReplaceEach(content, names, persons, now.Count) : content,
            SubstituteRule.PartialEach => ReplaceEach(content, names, persons, common),
            _ => ReplaceEach(content, names, persons, Math.Min(1, common)),
        };
    }

    private static int Common(List<string> before, List<string> now)
    {
        var common = 0;
        while (common < before.Count && common < now.Count && before[common] == now[common])
        {
            common++;
        }

        return common;
    }

    /// <summary>Names that come late in an entry, such as a translator's, are no author.</summary>
    private static bool IsAtHead(GroupNode content, GroupNode names) =>
        content.Children.Count > 0 && Nodes.All(FirstFilled(content)).Contains(names);

    private static Node FirstFilled(GroupNode content) =>
        content.Children.FirstOrDefault(child => !child.IsEmpty && Nodes.First<CitationNumberTag>(child) is null) ?? content;

    private static string TextOf(Node node) => string.Concat(Nodes.All(node).OfType<TextNode>().Select(text => text.Text));

    private GroupNode ReplaceAll(GroupNode content, GroupNode names)
    {
        var replacement = new TextNode(text);
        return (GroupNode)Nodes.Replace(content, group =>
            ReferenceEquals(group, names) ? GroupNode.Tagged(group.Tag!, replacement) : null);
    }

    private GroupNode ReplaceEach(GroupNode content, GroupNode names, List<GroupNode> persons, int count)
    {
        if (count == 0)
        {
            return content;
        }

        if (persons.Count == 0)
        {
            return ReplaceAll(content, names);
        }

        var replaced = persons.Take(count).ToHashSet();
        return (GroupNode)Nodes.Replace(content, group => replaced.Contains(group) ? new TextNode(text) : null);
    }
}
