using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
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
internal sealed class LanguageStrings(Dictionary<string, LanguageStrings.Entry> texts)
{
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text with its placeholders filled; its plural form goes by the first argument that is a number. An unknown key is printed as it is.</summary>
    public string Text(string key, params ReadOnlySpan<object?> arguments)
    {
        if (!texts.TryGetValue(key, out var entry))
        {
            return key;
        }

        return arguments.IsEmpty ? entry.Form(arguments) : Fill(entry.Form(arguments), arguments);
    }

    /// <summary>Not string.Format: a theme's text may hold any brace, and must not throw.</summary>
    private static string Fill(string text, ReadOnlySpan<object?> arguments)
    {
        var result = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        var at = 0;
        for (var open = text.IndexOf('{'); open >= 0 && open + 2 < text.Length; open = text.IndexOf('{', open + 1))
        {
            if (text[open + 2] == '}' && text[open + 1] - '0' is var index && index >= 0 && index < arguments.Length)
            {
                result.AppendFormatted(text.AsSpan(at, open - at));
                result.AppendFormatted(arguments[index]);
                at = open + 3;
            }
        }

        result.AppendFormatted(text.AsSpan(at));
        return result.ToStringAndClear();
    }

    /// <summary>One text in its plural forms.</summary>
    internal sealed class Entry(ImmutableDictionary<string, string> forms, Func<long, string> plural)
    {
        private readonly string _other = forms.TryGetValue(Plurals.Other, out var other) ? other : forms.Values.FirstOrDefault("");

        public string Form(ReadOnlySpan<object?> arguments)
        {
            foreach (var argument in arguments)
            {
                if (argument is int number && forms.TryGetValue(plural(number), out var form))
                {
                    return form;
                }
            }

            return _other;
        }
    }
}
