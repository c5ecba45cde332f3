using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>The lists of the site: the articles of each language, newest first, and the pages of categories, tags and people.</summary>
internal sealed record LinkedLists(
    ImmutableDictionary<Language, ImmutableArray<SitePage>> Articles, ImmutableArray<TermPage> Terms, TermNames Names)
{
    /// <summary>Where a term is named; for one without a name, an article that uses it.</summary>
    public SourceSpan Where(TermPage term) =>
        Names.Find(term.Kind, term.Id)?.Where ?? new SourceSpan(term.Articles[0].SourcePath, 0, 0);
}
