using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>The lists of the site: the articles of each language, newest first, and the pages of categories, tags and people.</summary>
internal sealed record LinkedLists(
    ImmutableDictionary<Language, ImmutableArray<PageSummary>> Articles, ImmutableArray<TermPage> Terms, TermNames Names)
{
    public static LinkedLists Create(SiteSettings settings, SiteData data, ImmutableArray<PageOutline> pages)
    {
        var (names, articles) = (new TermNames(settings, data), Link.Articles.Order(pages, settings));
        return new(
            articles.ToImmutableDictionary(list => list.Key, list => ImmutableArray.CreateRange(list.Value, page => page.Summary)),
            Link.Terms.Collect(articles, settings, names),
            names);
    }

    /// <summary>Those of each language, in the order of the site's languages.</summary>
    public ImmutableArray<ImmutableArray<PageSummary>> ByLanguage(SiteSettings settings) => [.. settings.Languages.Select(info => Articles[info.Language])];

    /// <summary>Where a term is named; for one without a name, an article that uses it.</summary>
    public SourceSpan Where(TermPage term) =>
        Names.Find(term.Kind, term.Id)?.Where ?? new SourceSpan(term.Articles[0].SourcePath, 0, 0);
}
