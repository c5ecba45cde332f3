using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The theme's words in every language of the site.</summary>
internal sealed class SiteStrings
{
    /// <summary>By the language's code.</summary>
    private readonly Dictionary<string, LanguageStrings> _languages;
    private readonly HashSet<string> _keys;

    private SiteStrings(Dictionary<string, LanguageStrings> languages)
    {
        _languages = languages;
        _keys = languages.Values.SelectMany(strings => strings.Keys).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Keys => _keys;

    /// <summary>What a language lacks is taken from the site's first language, then from any that has it; that is a warning.</summary>
    public static Outcome<SiteStrings> Create(Theme theme, ImmutableArray<LanguageInfo> languages)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var fallbacks = languages
            .Select(language => theme.Strings.GetValueOrDefault(language.Language))
            .Concat(theme.Strings.Values.OrderBy(strings => strings.Language.Code, StringComparer.Ordinal))
            .OfType<ThemeStrings>()
            .Distinct()
            .ToArray();
        var all = new Dictionary<string, LanguageStrings>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var own = theme.Strings.GetValueOrDefault(language.Language);
            if (own is null)
            {
                diagnostics.Add(RenderDiagnostics.NoStrings(language));
            }

            all[language.Language.Code] = Merge(language, own, fallbacks, diagnostics);
        }

        return new(new SiteStrings(all), diagnostics.ToImmutable());
    }

    public LanguageStrings In(Language language) => _languages[language.Code];

    public bool Has(string key) => _keys.Contains(key);

    private static LanguageStrings Merge(
        LanguageInfo language, ThemeStrings? own, ThemeStrings[] fallbacks, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var texts = new Dictionary<string, LanguageStrings.Entry>(StringComparer.Ordinal);
        foreach (var strings in fallbacks.Prepend(own).OfType<ThemeStrings>())
        {
            foreach (var (key, forms) in strings.Texts.OrderBy(text => text.Key, StringComparer.Ordinal))
            {
                var isNew = texts.TryAdd(key, new(forms, Plurals.RuleOf(strings.Language.Code)));
                if (isNew && own is not null && strings != own)
                {
                    diagnostics.Add(RenderDiagnostics.StringNotTranslated(own, key));
                }
            }
        }

        if (own is not null)
        {
            // The tag, not the code, says how this language counts.
            foreach (var key in own.Texts.Keys)
            {
                texts[key] = new(own.Texts[key], Plurals.RuleOf(language.Tag));
            }
        }

        return new(texts);
    }
}

/// <summary>The theme's words as pages of one language print them.</summary>
internal sealed class LanguageStrings(IReadOnlyDictionary<string, LanguageStrings.Entry> texts)
{
    internal sealed record Entry(ImmutableDictionary<string, string> Forms, Func<long, string> Plural);

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text with its placeholders filled; its plural form goes by the first argument that is a number. An unknown key is printed as it is.</summary>
    public string Text(string key, params ReadOnlySpan<object?> arguments)
    {
        if (!texts.TryGetValue(key, out var entry))
        {
            return key;
        }

        var text = Form(entry, arguments);
        return arguments.IsEmpty || !text.Contains('{', StringComparison.Ordinal) ? text : Fill(text, arguments);
    }

    private static string Form(Entry entry, ReadOnlySpan<object?> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is int number && entry.Forms.TryGetValue(entry.Plural(number), out var form))
            {
                return form;
            }
        }

        return entry.Forms.TryGetValue(Plurals.Other, out var other) ? other : entry.Forms.Values.FirstOrDefault("");
    }

    /// <summary>Not string.Format: a theme's text may hold any brace, and must not throw.</summary>
    private static string Fill(string text, ReadOnlySpan<object?> arguments)
    {
        var result = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{' && at + 2 < text.Length && text[at + 2] == '}' && text[at + 1] - '0' is var index && index >= 0 && index < arguments.Length)
            {
                result.Append(CultureInfo.InvariantCulture, $"{arguments[index]}");
                at += 2;
            }
            else
            {
                result.Append(text[at]);
            }
        }

        return result.ToString();
    }
}
