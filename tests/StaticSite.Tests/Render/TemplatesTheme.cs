using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render;
using StaticSite.Render.Views;

namespace StaticSite.Tests.Render;

/// <summary>A theme written in a test: every required template is empty but for the one that the test is about.</summary>
internal sealed class TemplatesTheme
{
    public static readonly LanguageInfo Chinese = new(new("zh"), "zh-CN", "中文");
    public static readonly LanguageInfo English = new(new("en"), "en", "English");

    private readonly Dictionary<string, SourceFile> _templates =
        Templates.Required.ToDictionary(name => name, name => new SourceFile($"theme/templates/{name}.hbs", ""));

    private readonly Dictionary<string, SourceFile> _partials = [];
    private readonly Dictionary<Language, ThemeStrings> _strings = [];
    private readonly Dictionary<string, SiteUrl> _assets = new() { ["css/site.css"] = new("/assets/css/site.0123456789.css") };

    public static TemplatesTheme Page(string template) => new TemplatesTheme().Template("page", template);

    public TemplatesTheme Template(string name, string text)
    {
        _templates[name] = new($"theme/templates/{name}.hbs", text);
        return this;
    }

    public TemplatesTheme Without(string template)
    {
        _templates.Remove(template);
        return this;
    }

    public TemplatesTheme Partial(string name, string text)
    {
        _partials[name] = new($"theme/partials/{name}.hbs", text);
        return this;
    }

    /// <param name="language">Whose file it is.</param>
    /// <param name="texts">Key, then text; <c>one=…|other=…</c> is a text with plural forms.</param>
    public TemplatesTheme Strings(LanguageInfo language, params (string Key, string Text)[] texts)
    {
        _strings[language.Language] = new(
            language.Language, texts.ToImmutableDictionary(text => text.Key, text => Forms(text.Text)), new($"theme/strings/{language.Language}.yml", 0, 0));
        return this;
    }

    public Theme Build() => new(
        _templates.ToImmutableDictionary(), _partials.ToImmutableDictionary(), _strings.ToImmutableDictionary(), ImmutableDictionary<string, FileContent>.Empty);

    public Outcome<Templates> Compile(TemplatePrograms? programs = null)
    {
        if (_strings.Count == 0)
        {
            Strings(Chinese).Strings(English);
        }

        var theme = Build();
        return Templates.Compile(theme, _assets, SiteStrings.Create(theme, [Chinese, English]).Value, programs);
    }

    /// <summary>As <c>file:line:column code message hint</c>, one a line.</summary>
    public string[] Diagnose() => [.. Compile().Diagnostics.Select(Print)];

    public string Render(DocumentView view, LanguageInfo? language = null, TemplatePrograms? programs = null)
    {
        var compiled = Compile(programs);
        Assert.Empty(compiled.Diagnostics);
        var rendered = compiled.Value.Render("page", view, (language ?? English).Language);
        Assert.Empty(rendered.Diagnostics);
        return System.Text.Encoding.UTF8.GetString(rendered.Value);
    }

    private string Print(Diagnostic diagnostic)
    {
        var text = _templates.Values.Concat(_partials.Values).FirstOrDefault(file => file.Path == diagnostic.Where.Path)?.Text ?? "";
        var before = text[..diagnostic.Where.Start];
        var line = before.Count(c => c == '\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return $"{diagnostic.Where.Path}:{line}:{column} {diagnostic.Code}: {diagnostic.Message} {diagnostic.Hint}".TrimEnd();
    }

    private static ImmutableDictionary<string, string> Forms(string text) => text.Contains('=', StringComparison.Ordinal)
        ? text.Split('|').ToImmutableDictionary(form => form.Split('=')[0], form => form.Split('=')[1])
        : ImmutableDictionary<string, string>.Empty.Add("other", text);
}
