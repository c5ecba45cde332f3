using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>What pages show of the theme, of the settings and of the program.</summary>
internal sealed class ThemeIngredients(Theme theme, ThemeAssets assets, IReadOnlyDictionary<Language, Frame> frames, Digest generator)
{
    private readonly Ingredient _generator = new(IngredientKind.Generator, SiteGenerator.NameAndVersion, generator);
    private readonly Ingredient _assets = new(IngredientKind.Asset, "theme/assets", Assets(assets));
    private readonly ConcurrentDictionary<string, Ingredient> _templates = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<Language, Ingredient> _strings = frames.Keys.ToImmutableDictionary(language => language, language => Strings(theme, language));
    private readonly ImmutableDictionary<Language, Ingredient> _settings = frames.ToImmutableDictionary(frame => frame.Key, frame => Settings(frame.Value));

    /// <summary>What any document of a template shows.</summary>
    public ImmutableArray<Ingredient> Of(string template, Language language) =>
        [_templates.GetOrAdd(template, Template), _assets, _strings[language], _settings[language], _generator];

    /// <summary>What a file without a template (a feed) shows.</summary>
    public ImmutableArray<Ingredient> OfData(Language language) => [_settings[language], _generator];

    /// <summary>A template with all the partials that it can reach.</summary>
    private Ingredient Template(string name)
    {
        var file = theme.Templates[name];
        var shown = DigestBuilder.Start().Add(file.Text);
        var seen = new SortedSet<string>(StringComparer.Ordinal) { PageDocument.ReferenceListPartial };
        var open = new Stack<SourceFile>([file, .. theme.Partials.TryGetValue(PageDocument.ReferenceListPartial, out var list) ? [list] : ImmutableArray<SourceFile>.Empty]);
        while (open.TryPop(out var next))
        {
            foreach (var tag in TemplateText.Parse(next, out _).Where(tag => tag.Kind is TagKind.Partial or TagKind.OpenPartial && !tag.Words.IsEmpty))
            {
                if (theme.Partials.TryGetValue(tag.Words[0].Text, out var partial) && seen.Add(tag.Words[0].Text))
                {
                    open.Push(partial);
                }
            }
        }

        foreach (var partial in seen)
        {
            shown.Add(partial).Add(theme.Partials.GetValueOrDefault(partial)?.Text);
        }

        return new(IngredientKind.Template, file.Path, shown.Finish());
    }

    private static Digest Assets(ThemeAssets assets)
    {
        var shown = DigestBuilder.Start();
        foreach (var (path, url) in assets.Urls.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            shown.Add(path).Add(url.Path);
        }

        return shown.Finish();
    }

    /// <summary>The language's own words, and whatever may stand in for those that it lacks.</summary>
    private static Ingredient Strings(Theme theme, Language language)
    {
        var own = theme.Strings.GetValueOrDefault(language);
        var shown = DigestBuilder.Start().Add(language.Code);
        foreach (var strings in theme.Strings.Values.OrderBy(strings => strings.Language.Code, StringComparer.Ordinal))
        {
            foreach (var (key, forms) in strings.Texts.Where(text => strings == own || own?.Texts.ContainsKey(text.Key) != true).OrderBy(text => text.Key, StringComparer.Ordinal))
            {
                shown.Add(strings.Language.Code).Add(key);
                foreach (var (form, text) in forms.OrderBy(form => form.Key, StringComparer.Ordinal))
                {
                    shown.Add(form).Add(text);
                }
            }
        }

        return new(IngredientKind.Strings, own?.Where.Path ?? "theme/strings", shown.Finish());
    }

    /// <summary>All of site.yml that any page may show, but for the names of categories and tags: those count where they are shown.</summary>
    private static Ingredient Settings(Frame frame)
    {
        var settings = frame.Site.Settings;
        var shown = DigestBuilder.Start()
            .Add(ViewDigest.Of(frame.SiteView))
            .Add(settings.BaseUrl.AbsoluteUri)
            .Add(settings.TimeZone.Id);
        foreach (var info in settings.Languages)
        {
            shown.Add(info.Language.Code).Add(info.Tag).Add(info.Name).Add(settings.Title.Find(info.Language)).Add(settings.Tagline?.Find(info.Language))
                .Add(settings.Publisher.Name.Find(info.Language)).Add(settings.Publisher.Address?.Find(info.Language));
        }

        return new(IngredientKind.Settings, settings.Where.Path, shown.Finish());
    }
}
