using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>theme/, read: templates and partials by name without extension, strings per language, assets by path below theme/assets.</summary>
public sealed record Theme(
    ImmutableDictionary<string, SourceFile> Templates,
    ImmutableDictionary<string, SourceFile> Partials,
    ImmutableDictionary<Language, ThemeStrings> Strings,
    ImmutableDictionary<string, FileContent> Assets)
{
    /// <summary>CSL styles of theme/citation-styles by id, the file's name without extension.</summary>
    public ImmutableDictionary<string, SourceFile> CitationStyles { get; init; } = ImmutableDictionary<string, SourceFile>.Empty;

    /// <summary>Locales of theme/citation-styles by the file's name without extension (<c>locales-zh-CN</c>); each beats the built-in one.</summary>
    public ImmutableDictionary<string, SourceFile> CitationLocales { get; init; } = ImmutableDictionary<string, SourceFile>.Empty;
}

/// <summary>strings/&lt;language&gt;.yml: a text, or one per plural category (CLDR: zero, one, two, few, many, other). Placeholders are <c>{0}</c>, <c>{1}</c>.</summary>
public sealed record ThemeStrings(Language Language, ImmutableDictionary<string, ImmutableDictionary<string, string>> Texts, SourceSpan Where);
