using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What does a page show of the rest of the site, beside what stands in its body?</summary>
internal sealed class PageIngredients(SiteIndex index, SiteData data, LinkedLists lists)
{
    private readonly HashSet<(TermKind Kind, string Id, Language Language)> _withPage = [.. lists.Terms.Select(term => (term.Kind, term.Id, term.Language))];

    public ImmutableArray<Ingredient> Of(LinkedPage page, SitePage source, BodyFindings body)
    {
        var language = source.Language;
        var shows = ImmutableArray.CreateBuilder<Ingredient>(body.Shows.Length + 16);
        shows.Add(new(IngredientKind.Text, page.Page.Path, page.Page.Source));
        shows.Add(new(IngredientKind.Facts, page.Page.Path, Facts(page)));
        shows.AddRange(body.Shows);
        foreach (var alternate in page.Alternates.Where(alternate => alternate.Language.Language != language))
        {
            shows.Add(new(IngredientKind.Translation, PathOf(new(page.Page.Id.Bundle, alternate.Language.Language)), DigestBuilder.Of(alternate.Url.Path)));
        }

        shows.AddRange(page.Related.Where(link => link.Page is not null).Select(link => Related(link, language)));
        AddNeighbour(shows, page.Previous);
        AddNeighbour(shows, page.Next);
        AddTerm(shows, TermKind.Category, page.Meta.Category, language);
        foreach (var tag in page.Meta.Tags)
        {
            AddTerm(shows, TermKind.Tag, tag, language);
        }

        foreach (var person in page.Meta.Authors.Concat(page.Meta.ReviewedBy).Distinct(StringComparer.Ordinal))
        {
            shows.Add(Person(person, language));
        }

        foreach (var id in page.Meta.Disclaimers)
        {
            var disclaimer = data.Disclaimers[id];
            shows.Add(new(IngredientKind.Disclaimer, disclaimer.Where.Path, DigestBuilder.Start().Add(id).Add(disclaimer.Html[language]).Finish()));
        }

        return shows.ToImmutable();
    }

    /// <summary>What a card shows of an article, in a list of this language.</summary>
    public Digest Card(PageSummary page, Language language)
    {
        var shown = DigestBuilder.Start().Add(page.Title).Add(page.Url.Path).Add(page.Description).Add(page.Date);
        if (page.Category is { } category)
        {
            Add(shown, TermKind.Category, category, language);
        }

        return shown.Finish();
    }

    private static Digest Facts(LinkedPage page)
    {
        var meta = page.Meta;
        return DigestBuilder.Start()
            .Add(page.Url.Path).Add(meta.Title).Add(meta.Description).Add(meta.Date).Add(meta.Updated).Add(meta.Reviewed)
            .Add(meta.Category).Add(meta.Tags).Add(meta.Authors).Add(meta.ReviewedBy)
            .Add(meta.SourceLanguage.Code).Add(meta.Disclaimers).Add(meta.CitationStyle)
            .Add(page.Alternates.Length)
            .Add(page.Outdated?.Source.Url.Path).Add(page.Outdated?.Source.Language.Tag).Add(page.Outdated?.Date)
            .Finish();
    }

    private Ingredient Related(RelatedLink link, Language language)
    {
        var shown = DigestBuilder.Start().Add(Card(link.Page!, language)).Add(link.OtherLanguage?.Tag).Add(link.OtherLanguage?.Name);
        return new(IngredientKind.Related, link.Page!.SourcePath, shown.Finish());
    }

    private static void AddNeighbour(ImmutableArray<Ingredient>.Builder shows, PageSummary? neighbour)
    {
        // An end of the row is something shown, too.
        var shown = DigestBuilder.Start().Add(neighbour?.Title).Add(neighbour?.Url.Path).Finish();
        shows.Add(new(IngredientKind.Neighbour, neighbour?.SourcePath ?? "", shown));
    }

    private void AddTerm(ImmutableArray<Ingredient>.Builder shows, TermKind kind, string? id, Language language)
    {
        if (id is not null)
        {
            var named = lists.Names.Find(kind, id);
            var shown = Add(DigestBuilder.Start(), kind, id, language);
            shows.Add(new(IngredientKind.Term, named?.Where.Path ?? "input/site.yml", shown.Finish()));
        }
    }

    /// <summary>Lists fall back to a name in another language, data for machines to the id.</summary>
    private DigestBuilder Add(DigestBuilder shown, TermKind kind, string id, Language language) => shown
        .Add((int)kind).Add(id)
        .Add(lists.Names.Name(kind, id, language, index.Settings))
        .Add(lists.Names.Find(kind, id)?.Name.Find(language))
        .Add(_withPage.Contains((kind, id, language)));

    private Ingredient Person(string id, Language language)
    {
        var person = data.People.GetValueOrDefault(id);
        var shown = DigestBuilder.Start()
            .Add(id).Add((int?)person?.Kind).Add(person?.Name.Find(language)).Add(person?.Title?.Find(language)).Add(person?.Orcid).Add(person?.Url)
            .Add(_withPage.Contains((TermKind.Person, id, language)));
        return new(IngredientKind.Person, person?.Where.Path ?? "input/data/people.yml", shown.Finish());
    }

    private string PathOf(PageId id) => index.Published(id.Bundle).First(page => page.Id == id).Parsed.Path;
}
