using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Output;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>A cite on its way into its cluster.</summary>
internal sealed class RenderedCite(Cite cite, int index, Work? work)
{
    public Cite Cite { get; } = cite;

    /// <summary>The place in the cluster as it was given.</summary>
    public int Index { get; } = index;

    /// <summary>Null for an id that no item has.</summary>
    public Work? Work { get; } = work;

    public Node? Content { get; set; }
    public Node? Prefix { get; set; }
    public Node? Suffix { get; set; }

    public bool IsBare => Prefix is null && Suffix is null;

    public Node? ToNode()
    {
        if (Content is null or { IsEmpty: true })
        {
            return null;
        }

        var tagged = GroupNode.Tagged(new CiteTag(Index), Content);
        return IsBare ? tagged : new GroupNode { Children = [.. new[] { Prefix, tagged, Suffix }.OfType<Node>()] };
    }
}
