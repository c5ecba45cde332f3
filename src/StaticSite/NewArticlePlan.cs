using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite;

/// <summary>A request that can be met.</summary>
/// <param name="Titles">Of the files to be made, as they will stand there; the source first.</param>
internal sealed record NewArticlePlan(string Id, ImmutableArray<(Language Language, string Title)> Titles)
{
    public static (NewArticlePlan? Plan, Refusal? Refusal) Create(NewArticleRequest request, SiteSettings site, KnownIds known)
    {
        var titles = request.Titles.Select(title => (title.Language, Title: OnOneLine(title.Title))).ToImmutableArray();
        if ((FindWrongTitle(titles, site) ?? FindWrongLanguage(request, titles, site) ?? FindUnknown(request, site, known)) is { } refusal)
        {
            return (null, refusal);
        }

        var id = request.Id ?? OfferedId.Find(InOrder(titles, site).Select(title => title.Title), known.Bundles.Contains);
        if ((id is null ? NewArticleRefusals.NoIdToOffer() : FindWrongId(id, known)) is { } wrong)
        {
            return (null, wrong);
        }

        var source = request.Source ?? request.Only;
        var made = InOrder(titles, site)
            .Where(title => request.Only is null || title.Language.Code == request.Only)
            .OrderBy(title => title.Language.Code != source);
        return (new NewArticlePlan(id!, [.. made]), null);
    }

    /// <summary>What is pasted from elsewhere may have line breaks.</summary>
    private static string OnOneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(Language Language, string Title)> InOrder(ImmutableArray<(string Language, string Title)> titles, SiteSettings site) =>
        from info in site.Languages
        from title in titles
        where title.Language == info.Language.Code
        select (info.Language, title.Title);

    private static Refusal? FindWrongTitle(ImmutableArray<(string Language, string Title)> titles, SiteSettings site)
    {
        var codes = site.Languages.Select(info => info.Language.Code).ToList();
        if (titles.IsEmpty)
        {
            return NewArticleRefusals.NoTitle(codes[0]);
        }

        foreach (var (index, (language, title)) in titles.Index())
        {
            ForbiddenCharacters.Replace(title, out var at, out var count);
            var refusal = !codes.Contains(language) ? NewArticleRefusals.UnknownLanguage(language, codes)
                : titles.Take(index).Any(other => other.Language == language) ? NewArticleRefusals.TwoTitles(language)
                : title.Length == 0 ? NewArticleRefusals.EmptyTitle(language)
                : count > 0 ? NewArticleRefusals.ForbiddenCharacter(language, title[at])
                : null;
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? FindWrongLanguage(NewArticleRequest request, ImmutableArray<(string Language, string Title)> titles, SiteSettings site)
    {
        var codes = site.Languages.Select(info => info.Language.Code).ToList();
        foreach (var wanted in new[] { request.Only, request.Source }.OfType<string>())
        {
            if (!codes.Contains(wanted))
            {
                return NewArticleRefusals.UnknownLanguage(wanted, codes);
            }

            if (titles.All(title => title.Language != wanted))
            {
                return NewArticleRefusals.NoTitleIn(wanted);
            }
        }

        return request is { Only: { } only, Source: { } source } && only != source ? NewArticleRefusals.SourceNotMade(source, only) : null;
    }

    private static Refusal? FindUnknown(NewArticleRequest request, SiteSettings site, KnownIds known)
    {
        Refusal? Unknown(string what, IEnumerable<string> given, IEnumerable<string> all, string place) =>
            given.FirstOrDefault(id => !all.Contains(id)) is { } unknown ? NewArticleRefusals.Unknown(what, unknown, all, place) : null;
        return Unknown("category", request.Category is { } category ? [category] : [], site.Categories.Select(term => term.Id), "input/site.yml")
            ?? Unknown("tag", request.Tags, site.Tags.Select(term => term.Id), "input/site.yml")
            ?? (known.People is { } people ? Unknown("person", request.Authors, people.Order(StringComparer.Ordinal), "input/data/people.yml") : null);
    }

    private static Refusal? FindWrongId(string id, KnownIds known) =>
        AddressName.FindBundleProblem(id) is { } problem ? NewArticleRefusals.BadId(id, problem)
        : AddressName.IsReserved(id) ? NewArticleRefusals.ReservedId(id)
        : known.Bundles.TryGetValue(id, out var taken) ? NewArticleRefusals.IdTaken(id, taken)
        : null;
}
