using System.Collections.Immutable;
using StaticSite.Citations.Csl;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The citation styles that the site's pages ask for, each compiled once.</summary>
internal sealed class CitationStyles
{
    private readonly Dictionary<(string Id, Language Language), CitationProcessor> _processors = [];
    private readonly Dictionary<string, Ingredient> _ingredients = new(StringComparer.Ordinal);
    private readonly SiteSettings _settings;

    private CitationStyles(SiteSettings settings) => _settings = settings;

    /// <summary>A style of theme/citation-styles beats the built-in one of the same id.</summary>
    public static Outcome<CitationStyles> Compile(CompiledTheme compiledTheme, LinkedSite site)
    {
        var theme = compiledTheme.Theme;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var styles = new CitationStyles(site.Settings);
        var locales = new LocaleSource(name => theme.CitationLocales.GetValueOrDefault(Path.GetFileNameWithoutExtension(name))?.Text);
        var ofLocales = Locales(theme);
        var compiled = new Dictionary<string, CslStyle?>(StringComparer.Ordinal);
        foreach (var (id, language, page) in Wanted(site).DistinctBy(wanted => (wanted.Id, wanted.Language)))
        {
            if (!styles._ingredients.ContainsKey(id))
            {
                styles._ingredients[id] = Ingredient(theme, id, ofLocales);
            }

            if (compiledTheme.Processors.TryGetValue((id, language), out var known))
            {
                styles._processors[(id, language)] = known;
                continue;
            }

            if (!compiled.TryGetValue(id, out var style))
            {
                compiled[id] = style = Compile(theme, id, page is null ? site.Settings.Where : Where(page), diagnostics);
            }

            if (style is not null)
            {
                styles._processors[(id, language)] = new CitationProcessor(style, site.Settings.Info(language).Tag, locales);
            }
        }

        if (diagnostics.Count == 0)
        {
            foreach (var (key, processor) in styles._processors)
            {
                compiledTheme.Processors[key] = processor;
            }
        }

        return new(styles, diagnostics.ToImmutable());
    }

    public CitationProcessor For(LinkedPage page) => _processors[(Id(page.Meta, page.Page.Id.Language), page.Page.Id.Language)];

    /// <summary>The style of a page, with the theme's locales.</summary>
    public Ingredient Ingredient(PageEntry page) => _ingredients[Id(page.Meta, page.Id.Language)];

    private string Id(PageMeta meta, Language language) => meta.CitationStyle ?? DefaultId(_settings, language);

    /// <summary>A built-in style changes with the program only.</summary>
    private static Ingredient Ingredient(Theme theme, string id, Digest locales)
    {
        var own = theme.CitationStyles.GetValueOrDefault(id);
        return new(IngredientKind.CitationStyle, own?.Path ?? id, DigestBuilder.Start().Add(id).Add(own?.Text).Add(locales).Finish());
    }

    private static Digest Locales(Theme theme)
    {
        var shown = DigestBuilder.Start();
        foreach (var (name, file) in theme.CitationLocales.OrderBy(locale => locale.Key, StringComparer.Ordinal))
        {
            shown.Add(name).Add(file.Text);
        }

        return shown.Finish();
    }

    /// <summary>The site's own, then those of pages.</summary>
    private static IEnumerable<(string Id, Language Language, PageEntry? Page)> Wanted(LinkedSite site)
    {
        var ofSite = site.Settings.Languages.Select(info => (DefaultId(site.Settings, info.Language), info.Language, (PageEntry?)null));
        var ofPages = site.Pages
            .Where(page => page.Meta.CitationStyle is not null)
            .Select(page => (page.Meta.CitationStyle!, page.Id.Language, (PageEntry?)page));
        return ofSite.Concat(ofPages);
    }

    private static SourceSpan Where(PageEntry page) => page.Page.FrontMatter.CitationStyle?.Where ?? new(page.Summary.SourcePath, 0, 0);

    /// <summary>What medical journals of the language use, where site.yml says nothing.</summary>
    private static string DefaultId(SiteSettings settings, Language language) =>
        settings.CitationStyle?.Find(language) ?? (settings.Info(language).Tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "gb-t-7714-2025-numeric" : "ama-11");

    private static CslStyle? Compile(Theme theme, string id, SourceSpan where, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var own = theme.CitationStyles.GetValueOrDefault(id);
        if ((own?.Text ?? BuiltInStyles.Find(id)) is not { } xml)
        {
            var known = theme.CitationStyles.Keys.Concat(BuiltInStyles.Ids).Order(StringComparer.Ordinal);
            diagnostics.Add(RenderDiagnostics.CitationStyleNotFound(id, Nearest.Find(id, known), where));
            return null;
        }

        var (style, found) = CslStyle.Parse(xml);
        diagnostics.AddRange(found.Select(one => RenderDiagnostics.CitationStyle(one, own is null ? where : Place(own, one))));
        if (style is { HasBibliography: false })
        {
            diagnostics.Add(RenderDiagnostics.CitationStyleWithoutList(id, own?.Start ?? where));
            return null;
        }

        return style;
    }

    public static SourceSpan Place(SourceFile style, CslDiagnostic found)
    {
        var start = 0;
        for (var i = 1; i < found.Line; i++)
        {
            start = style.Text.IndexOf('\n', start) + 1;
        }

        return style.Span(Math.Clamp(start + found.Column - 1, 0, style.Text.Length), 1);
    }
}
