using System.Collections.Immutable;

namespace StaticSite.Model;

public enum PersonKind
{
    Person,
    Organization,
}

/// <summary>An entry of data/people.yml.</summary>
public sealed record Person(string Id, PersonKind Kind, LocalizedText Name, LocalizedText? Title, string? Orcid, string? Url, SourceSpan Where);

/// <summary>An entry of data/disclaimers.yml, already rendered: safe HTML per language.</summary>
public sealed record Disclaimer(string Id, ImmutableDictionary<Language, string> Html, SourceSpan Where);

/// <summary>input/data, typed. Dictionaries are keyed by id.</summary>
public sealed record SiteData(
    ImmutableDictionary<string, Person> People,
    ImmutableDictionary<string, Disclaimer> Disclaimers,
    ReferenceLibrary References)
{
    public static SiteData Empty { get; } = new(
        ImmutableDictionary<string, Person>.Empty, ImmutableDictionary<string, Disclaimer>.Empty, ReferenceLibrary.Empty);
}
