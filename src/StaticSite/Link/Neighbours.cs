using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which article stands before a page, and which after it?</summary>
internal sealed class Neighbours
{
    private readonly Dictionary<PageId, (PageSummary? Previous, PageSummary? Next)> _neighbours = [];

    /// <param name="articles">Per language, newest first.</param>
    public Neighbours(ImmutableDictionary<Language, ImmutableArray<PageSummary>> articles)
    {
        foreach (var list in articles.Values)
        {
            for (var i = 0; i < list.Length; i++)
            {
                var older = i + 1 < list.Length ? list[i + 1] : null;
                var newer = i > 0 ? list[i - 1] : null;
                _neighbours[list[i].Id] = (older, newer);
            }
        }
    }

    /// <summary>The next older and the next newer article in the page's language; pages have none.</summary>
    public (PageSummary? Previous, PageSummary? Next) Of(PageId id) => _neighbours.GetValueOrDefault(id);
}
