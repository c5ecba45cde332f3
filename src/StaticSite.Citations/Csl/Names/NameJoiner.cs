using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Names;

/// <summary>Sets delimiters, "and" and "et al." between the names of a list.</summary>
internal sealed class NameJoiner(NameOptions options, NameList list, CiteContext context, Formatting format)
{
    private string Delimiter => options.Delimiter ?? ", ";

    public List<Node> Join(List<Node> names, Node? etAl)
    {
        var joined = new List<Node>(names.Count * 2);
        for (var i = 0; i < names.Count; i++)
        {
            if (i > 0)
            {
                joined.Add(new TextNode(Between(i, names.Count)));
            }

            joined.Add(names[i]);
        }

        if (etAl is not null && names.Count > 0)
        {
            joined.Add(new TextNode(BeforeEtAl()));
            joined.Add(etAl);
        }

        return joined;
    }

    private string Between(int index, int count)
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
        return and is null ? Delimiter : Spaced((PrecedesLast(count) ? Delimiter : "") + " " + and + " ");
    }

    private static string Spaced(string text) => text.Replace("  ", " ", StringComparison.Ordinal);

    private string? And() => options.And switch
    {
        NameAnd.Text => context.Locale.Find("and", TermForm.Long)?.Single ?? "and",
        NameAnd.Symbol => context.Locale.Find("and", TermForm.Symbol)?.Single is { Length: > 0 } symbol && symbol != "and" ? symbol : "&",
        _ => null,
    };

    private bool PrecedesLast(int count) => options.DelimiterPrecedesLast switch
    {
        Precedes.Always => true,
        Precedes.Never => false,
        Precedes.AfterInvertedName => options.NameAsSortOrder == SortOrder.All || (options.NameAsSortOrder == SortOrder.First && count == 2),
        _ => count > 2,
    };

    private string BeforeEtAl()
    {
        var precedes = options.DelimiterPrecedesEtAl switch
        {
            Precedes.Always => true,
            Precedes.Never => false,
            Precedes.AfterInvertedName => options.NameAsSortOrder == SortOrder.All || (options.NameAsSortOrder == SortOrder.First && list.First == 1),
            _ => list.First > 1,
        };
        return precedes ? Delimiter : format.Suffix.EndsWith(' ') ? "" : " ";
    }
}
