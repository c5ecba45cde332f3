using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite;

/// <summary>The theme, its files read and its strings parsed.</summary>
internal sealed class ThemeInput
{
    private const string CitationStyleFolder = "theme/citation-styles/";

    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly CachedSources _sources;

    private ThemeInput(ISourceCache cache) => _sources = new(cache, found => _found.AddRange(found));

    public static Outcome<Theme> Read(SiteFiles files, ISourceCache cache)
    {
        var input = new ThemeInput(cache);
        var theme = input.Read(files);
        return new(theme, input._found.ToImmutable());
    }

    private Theme Read(SiteFiles files) => new(
        ReadTemplates(files.Templates, "theme/templates/"),
        ReadTemplates(files.Partials, "theme/partials/"),
        files.Strings
            .Select(file => _sources.ReadText(file) is { } source ? Take(StringsParser.Parse(source, new Language(Path.GetFileNameWithoutExtension(file.Name)))) : null)
            .OfType<ThemeStrings>()
            .ToImmutableDictionary(strings => strings.Language),
        files.ThemeAssets
            .Select(file => (Path: file.Path["theme/assets/".Length..], Content: _sources.ReadContent(file)))
            .Where(file => file.Content is not null)
            .ToImmutableDictionary(file => file.Path, file => file.Content!))
    {
        CitationStyles = ReadTemplates([.. files.CitationStyles.Where(file => file.Name.EndsWith(".csl", StringComparison.Ordinal))], CitationStyleFolder),
        CitationLocales = ReadTemplates([.. files.CitationStyles.Where(file => file.Name.EndsWith(".xml", StringComparison.Ordinal))], CitationStyleFolder),
    };

    private ImmutableDictionary<string, SourceFile> ReadTemplates(ImmutableArray<InputFile> files, string folder) => files
        .Select(_sources.ReadText)
        .OfType<SourceFile>()
        .ToImmutableDictionary(source => Path.ChangeExtension(source.Path[folder.Length..], null));

    private T Take<T>(Outcome<T> outcome)
    {
        _found.AddRange(outcome.Diagnostics);
        return outcome.Value;
    }
}
