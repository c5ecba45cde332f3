using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>A theme, ready to print pages of these languages.</summary>
internal sealed record CompiledTheme(Theme Theme, ImmutableArray<LanguageInfo> Languages, ThemeAssets Assets, SiteStrings Strings, Templates Templates)
{
    /// <summary>With errors it is of no use.</summary>
    /// <param name="readText">Reads a stylesheet of the theme.</param>
    public static Outcome<CompiledTheme> Compile(Theme theme, ImmutableArray<LanguageInfo> languages, Func<FileContent, string> readText)
    {
        var assets = ThemeAssets.Create(theme, readText);
        var strings = SiteStrings.Create(theme, languages);
        var templates = Templates.Compile(theme, assets.Value.Urls, strings.Value);
        return new(
            new(theme, languages, assets.Value, strings.Value, templates.Value),
            [.. assets.Diagnostics, .. strings.Diagnostics, .. RequiredStrings.FindMissing(strings.Value), .. templates.Diagnostics]);
    }
}
