using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Names;

/// <summary>How many names of a list are shown.</summary>
internal readonly record struct NameList
{
    /// <param name="atLeast">How many names it takes to tell the work from others.</param>
    public NameList(NameOptions options, int count, CiteContext context, int atLeast)
    {
        var isSubsequent = (context.Position & Position.Subsequent) != 0 && !context.Area.IsBibliography && !context.IsSort;
        var least = isSubsequent ? options.EtAlSubsequentMin ?? options.EtAlMin : options.EtAlMin;
        var first = isSubsequent ? options.EtAlSubsequentUseFirst ?? options.EtAlUseFirst : options.EtAlUseFirst;
        Count = count;
        IsCut = least is > 0 && first is >= 0 && count >= least && first < count && atLeast < count;
        First = IsCut ? Math.Max(first!.Value, atLeast) : count;
        ShowsLast = IsCut && options.EtAlUseLast == true && First >= 1 && First <= count - 2;
    }

    public int Count { get; }

    /// <summary>How many are shown from the beginning.</summary>
    public int First { get; }

    public bool IsCut { get; }

    /// <summary>The last name follows an ellipsis.</summary>
    public bool ShowsLast { get; }

    public int Shown => First + (ShowsLast ? 1 : 0);
}
