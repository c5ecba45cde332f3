using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Names;

/// <summary>Sets delimiters, "and" and "et al." between the names of a list.</summary>
internal sealed class NameJoiner(NameOptions options, NameList list, CiteContext context, Formatting format)
{
    private string Delimiter => options.Delimiter ?? ", ";

    public List<Node> Join(List<Node> nodes, ImmutableArray<Name> names, Node? etAl)
    {
        var joined = new List<Node>(nodes.Count * 2);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
            {
                joined.Add(new TextNode(Between(i, nodes.Count, names)));
            }

            joined.Add(nodes[i]);
        }

        if (etAl is not null && nodes.Count > 0)
        {
            joined.Add(new TextNode(BeforeEtAl(names, nodes[^1], etAl)));
            joined.Add(etAl);
        }

        return joined;
    }

    private string Between(int index, int count, ImmutableArray<Name> names)
    {
        if (index < count - 1)
        {
            return Delimiter;
        }

        if (list.ShowsLast)
        {
            return Delimiter + "\u2026 ";
        }

        var and = list.IsCut || context.IsSort ? null : And();
        return and is null ? Delimiter : Spaced((PrecedesLast(count, names) ? Delimiter : "") + " " + and + " ");
    }

    private static string Spaced(string text) => text.Replace("  ", " ", StringComparison.Ordinal);

    private string? And() => options.And switch
    {
        NameAnd.Text => context.Locale.Find("and", TermForm.Long)?.Single ?? "and",
        NameAnd.Symbol => context.Locale.Ampersand,
        _ => null,
    };

    private bool PrecedesLast(int count, ImmutableArray<Name> names) => options.DelimiterPrecedesLast switch
    {
        Precedes.Always => true,
        Precedes.Never => false,
        Precedes.AfterInvertedName => IsInverted(names, count - 2),
        _ => count > 2,
    };

    /// <summary>Between Han characters stands no space: 葛均波等.</summary>
    private static bool IsCjk(char c) => c >= '\u2E80';

    private static char Edge(Node node, Index index)
    {
        var texts = Nodes.All(node).OfType<TextNode>().Where(text => !text.IsEmpty).ToList();
        return texts.Count == 0 ? ' ' : texts[index.IsFromEnd ? ^1 : 0].Text[index];
    }

    /// <summary>An institution's name is never inverted.</summary>
    private bool IsInverted(ImmutableArray<Name> names, int index) =>
        (options.NameAsSortOrder == SortOrder.All || (options.NameAsSortOrder == SortOrder.First && index == 0)) && !string.IsNullOrEmpty(names[index].Family);

    private string BeforeEtAl(ImmutableArray<Name> names, Node last, Node etAl)
    {
        var precedes = options.DelimiterPrecedesEtAl switch
        {
            Precedes.Always => true,
            Precedes.Never => false,
            Precedes.AfterInvertedName => IsInverted(names, list.First - 1),
            _ => list.First > 1,
        };
        return precedes ? Delimiter : format.Suffix.EndsWith(' ') || (IsCjk(Edge(last, ^1)) && IsCjk(Edge(etAl, 0))) ? "" : " ";
    }
}
