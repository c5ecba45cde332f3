using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>A category, tag or person as site.yml and people.yml name it.</summary>
/// <param name="Order">Its place in the file.</param>
internal sealed record NamedTerm(LocalizedText Name, SourceSpan Where, int Order);

/// <summary>What are categories, tags and people called?</summary>
internal sealed class TermNames
{
    private readonly ImmutableDictionary<TermKind, Dictionary<string, NamedTerm>> _named;
    private readonly ImmutableDictionary<TermKind, NearNames> _near;

    public TermNames(SiteSettings settings, SiteData data)
    {
        _named = ImmutableDictionary<TermKind, Dictionary<string, NamedTerm>>.Empty
            .Add(TermKind.Category, Named(settings.Categories))
            .Add(TermKind.Tag, Named(settings.Tags))
            .Add(TermKind.Person, data.People.ToDictionary(one => one.Key, one => new NamedTerm(one.Value.Name, one.Value.Where, 0), StringComparer.Ordinal));
        _near = _named.ToImmutableDictionary(kind => kind.Key, kind => new NearNames(kind.Value.Keys));
    }

    public NamedTerm? Find(TermKind kind, string id) => _named[kind].GetValueOrDefault(id);

    public string? FindNear(TermKind kind, string id) => _near[kind].Find(id);

    /// <summary>The name in this language, else in another one in the order of the site's languages, else the id.</summary>
    public string Name(TermKind kind, string id, Language language, SiteSettings settings) =>
        Find(kind, id) is not { } term
            ? id
            : term.Name.Find(language)
                ?? settings.Languages.Select(info => term.Name.Find(info.Language)).FirstOrDefault(name => name is not null)
                ?? id;

    private static Dictionary<string, NamedTerm> Named(ImmutableArray<Term> terms)
    {
        var named = new Dictionary<string, NamedTerm>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Length; i++)
        {
            named.TryAdd(terms[i].Id, new(terms[i].Name, terms[i].Where, i));
        }

        return named;
    }
}
