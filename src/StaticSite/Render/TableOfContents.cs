using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>Second and third-level headings, nested. Deeper ones would make the list longer than it helps.</summary>
internal static class TableOfContents
{
    private const int DeepestLevel = 3;

    public static ImmutableArray<TocItemView> Create(ImmutableArray<Heading> headings, int leastEntries)
    {
        var shown = headings.Where(heading => heading.Level <= DeepestLevel).ToArray();
        return shown.Length < leastEntries ? [] : Nest(shown);
    }

    /// <summary>A heading that is deeper than its level's first belongs to the one before it, however many levels the author skipped.</summary>
    private static ImmutableArray<TocItemView> Nest(ReadOnlySpan<Heading> headings)
    {
        var items = ImmutableArray.CreateBuilder<TocItemView>();
        for (var start = 0; start < headings.Length;)
        {
            var end = start + 1;
            while (end < headings.Length && headings[end].Level > headings[start].Level)
            {
                end++;
            }

            var heading = headings[start];
            items.Add(new TocItemView("#" + Uri.EscapeDataString(heading.Id), heading.Html, Nest(headings[(start + 1)..end])));
            start = end;
        }

        return items.ToImmutable();
    }
}
