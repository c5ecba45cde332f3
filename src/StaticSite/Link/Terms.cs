using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which categories, tags and people have a page, in which languages, and what stands on it?</summary>
internal static class Terms
{
    /// <summary>By kind, then in the order of the files that name them, then by id; per term in the order of the site's languages.</summary>
    public static ImmutableArray<TermPage> Collect(
        ImmutableDictionary<Language, ImmutableArray<PageOutline>> articles, SiteSettings settings, TermNames names)
    {
        var lists = new Dictionary<(TermKind Kind, string Id), Dictionary<Language, List<PageSummary>>>();
        foreach (var (article, kind, id) in articles.Values.SelectMany(list => list).SelectMany(Uses))
        {
            var languages = lists.TryGetValue((kind, id), out var known) ? known : lists[(kind, id)] = [];
            var list = languages.TryGetValue(article.Id.Language, out var begun) ? begun : languages[article.Id.Language] = [];
            if (list.Count == 0 || !ReferenceEquals(list[^1], article.Summary))
            {
                list.Add(article.Summary);
            }
        }

        return
        [
            .. lists
                .OrderBy(term => term.Key.Kind)
                .ThenBy(term => names.Find(term.Key.Kind, term.Key.Id)?.Order ?? int.MaxValue)
                .ThenBy(term => term.Key.Id, StringComparer.Ordinal)
                .SelectMany(term => Pages(term.Key.Kind, term.Key.Id, term.Value, settings, names)),
        ];
    }

    /// <summary>A term that is used and not named is reported once, at its first use; one without a name in a language once, where it is named.</summary>
    public static void CheckNames(ImmutableArray<SitePage> pages, TermNames names, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var unnamed = new HashSet<(TermKind, string)>();
        var untranslated = new HashSet<(TermKind, string, Language)>();
        foreach (var (page, kind, id) in pages.SelectMany(WrittenUses))
        {
            var term = names.Find(kind, id.Value);
            if (term is null && unnamed.Add((kind, id.Value)))
            {
                diagnostics.Add(LinkDiagnostics.TermNotNamed(kind, id, names.FindNear(kind, id.Value)));
            }
            else if (term is not null && term.Name.Find(page.Language) is null && untranslated.Add((kind, id.Value, page.Language)))
            {
                diagnostics.Add(LinkDiagnostics.TermWithoutName(kind, id, term, page.Language));
            }
        }
    }

    private static IEnumerable<(PageOutline Page, TermKind Kind, string Id)> Uses(PageOutline page)
    {
        if (page.Meta.Category is { } category)
        {
            yield return (page, TermKind.Category, category);
        }

        foreach (var tag in page.Meta.Tags)
        {
            yield return (page, TermKind.Tag, tag);
        }

        foreach (var person in page.Meta.Authors.Concat(page.Meta.ReviewedBy))
        {
            yield return (page, TermKind.Person, person);
        }
    }

    private static IEnumerable<(SitePage Page, TermKind Kind, Located<string> Id)> WrittenUses(SitePage page)
    {
        if (page.Facts.Category is { } category)
        {
            yield return (page, TermKind.Category, category);
        }

        foreach (var tag in page.Facts.Tags)
        {
            yield return (page, TermKind.Tag, tag);
        }

        foreach (var person in page.Facts.Authors.Concat(page.Facts.ReviewedBy))
        {
            yield return (page, TermKind.Person, person);
        }
    }

    private static IEnumerable<TermPage> Pages(
        TermKind kind, string id, Dictionary<Language, List<PageSummary>> articles, SiteSettings settings, TermNames names)
    {
        var languages = settings.Languages.Where(info => articles.ContainsKey(info.Language)).ToList();
        var alternates = languages.Select(info => new Alternate(info, SiteAddresses.Term(kind, id, info.Language))).ToImmutableArray();
        return alternates.Select(one => new TermPage(
            kind,
            id,
            one.Language.Language,
            names.Name(kind, id, one.Language.Language, settings),
            one.Url,
            [.. articles[one.Language.Language]],
            alternates));
    }
}
