using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>theme/, read: templates and partials by name without extension, strings per language, assets by path below theme/assets.</summary>
public sealed record Theme(
    ImmutableDictionary<string, SourceFile> Templates,
    ImmutableDictionary<string, SourceFile> Partials,
    ImmutableDictionary<Language, ThemeStrings> Strings,
    ImmutableDictionary<string, FileContent> Assets);

/// <summary>strings/&lt;language&gt;.yml: a text, or one per plural category (CLDR: zero, one, two, few, many, other). Placeholders are <c>{0}</c>, <c>{1}</c>.</summary>
public sealed record ThemeStrings(Language Language, ImmutableDictionary<string, ImmutableDictionary<string, string>> Texts, SourceSpan Where);
