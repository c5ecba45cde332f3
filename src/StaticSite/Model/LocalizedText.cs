using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>A text of site.yml or data/*.yml: one per language, or one for all.</summary>
public sealed record LocalizedText(string? Shared, ImmutableDictionary<Language, string> PerLanguage)
{
    public static LocalizedText Of(string shared) => new(shared, ImmutableDictionary<Language, string>.Empty);

    /// <summary>The text in this language; null where it is given in other languages only.</summary>
    public string? Find(Language language) =>
        PerLanguage.TryGetValue(language, out var text) ? text : Shared;
}
