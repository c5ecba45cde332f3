using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>The lists of the site: the articles of each language, newest first, and the pages of categories, tags and people.</summary>
internal sealed record LinkedLists(
    ImmutableDictionary<Language, ImmutableArray<SitePage>> Articles, ImmutableArray<TermPage> Terms, TermNames Names)
{
    /// <param name="articles">As <see cref="Link.Articles.Order"/> gives them.</param>
    public static LinkedLists Create(
        ParsedSite site, ImmutableArray<SitePage> pages, ImmutableDictionary<Language, ImmutableArray<SitePage>> articles, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var names = new TermNames(site.Settings, site.Data);
        Link.Terms.CheckNames(pages, names, diagnostics);
        return new(articles, Link.Terms.Collect(articles, site.Settings, names), names);
    }

    public ImmutableDictionary<Language, ImmutableArray<PageSummary>> Summaries() =>
        Articles.ToImmutableDictionary(list => list.Key, list => list.Value.Select(page => page.Summary).ToImmutableArray());

    /// <summary>Where a term is named; for one without a name, an article that uses it.</summary>
    public SourceSpan Where(TermPage term) =>
        Names.Find(term.Kind, term.Id)?.Where ?? new SourceSpan(term.Articles[0].SourcePath, 0, 0);
}
