using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Names;

/// <summary>Sets delimiters, "and" and "et al." between the names of a list.</summary>
internal readonly struct NameJoiner(NameOptions options, NameList list, CiteContext context, NodePool pool)
{
    private string Delimiter => options.Delimiter ?? ", ";

    /// <summary>Adds a name to those that stand there already.</summary>
    /// <param name="shown">How many of the names are shown.</param>
    public void Add(NodeList joined, Node node, int shown, ImmutableArray<Name> names)
    {
        if (joined.Count > 0)
        {
            joined.Add(pool.Text(Between((joined.Count + 1) / 2, shown, names)));
        }

        joined.Add(node);
    }

    public void AddEtAl(NodeList joined, Node etAl, ImmutableArray<Name> names, Formatting format)
    {
        if (joined.Count > 0)
        {
            joined.Add(pool.Text(BeforeEtAl(names, joined[^1], etAl, format)));
            joined.Add(etAl);
        }
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

    private string BeforeEtAl(ImmutableArray<Name> names, Node last, Node etAl, Formatting format)
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
