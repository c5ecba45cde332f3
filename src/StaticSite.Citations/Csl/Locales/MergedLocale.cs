using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Locales;

/// <summary>
/// What a style says in one language: its own cs:locale elements first, then the locale files, from the dialect over the
/// language to en-US.
/// </summary>
internal sealed class MergedLocale
{
    private readonly ImmutableArray<CslLocale> _chain;
    private readonly CslLocale? _ordinals;
    private readonly ConcurrentDictionary<string, TermForms> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DateElement, DateElement> _dates = new(ReferenceEqualityComparer.Instance);

    private MergedLocale(string language, ImmutableArray<CslLocale> chain)
    {
        Language = language;
        IsEnglish = LanguageTag.Primary(language) == "en";
        _chain = chain;
        _ordinals = chain.FirstOrDefault(locale => locale.HasOrdinals);
        TextDate = chain.Select(locale => locale.TextDate).FirstOrDefault(date => date is not null);
        NumericDate = chain.Select(locale => locale.NumericDate).FirstOrDefault(date => date is not null);
        PunctuationInQuote = chain.Select(locale => locale.PunctuationInQuote).FirstOrDefault(set => set is not null) ?? false;
        LimitDayOrdinalsToDay1 = chain.Select(locale => locale.LimitDayOrdinalsToDay1).FirstOrDefault(set => set is not null) ?? false;
        Quotes = new(
            Plain("open-quote", "\u201C"),
            Plain("close-quote", "\u201D"),
            Plain("open-inner-quote", "\u2018"),
            Plain("close-inner-quote", "\u2019"));
        Ampersand = FindExact("and", TermForm.Symbol)?.Single is { Length: > 0 } symbol ? symbol : "&";
        PageRangeDelimiter = Plain("page-range-delimiter", "\u2013");
    }

    public string Language { get; }
    public bool IsEnglish { get; }
    public DateElement? TextDate { get; }
    public DateElement? NumericDate { get; }
    public bool PunctuationInQuote { get; }
    public bool LimitDayOrdinalsToDay1 { get; }
    public Quotes Quotes { get; }
    public string PageRangeDelimiter { get; }

    /// <summary>The symbol for "and".</summary>
    public string Ampersand { get; }

    public static MergedLocale Create(string language, ImmutableArray<CslLocale> ofStyle, LocaleSource source)
    {
        var tag = LanguageTag.Normalize(language);
        var full = LanguageTag.WithRegion(tag);
        var primary = LanguageTag.Primary(tag);
        var dialect = LanguageTag.WithRegion(primary);
        var chain = ImmutableArray.CreateBuilder<CslLocale>();
        chain.AddRange(ofStyle.Where(locale => locale.Language.Length > 0 && LanguageTag.Normalize(locale.Language) == full));
        chain.AddRange(ofStyle.Where(locale => dialect != full && LanguageTag.Normalize(locale.Language) == dialect));
        chain.AddRange(ofStyle.Where(locale => LanguageTag.Normalize(locale.Language) == primary));
        chain.AddRange(ofStyle.Where(locale => locale.Language.Length == 0));
        foreach (var file in new[] { full, primary, dialect, "en-US" }.Distinct(StringComparer.Ordinal))
        {
            if (source.Find(file) is { } found)
            {
                chain.Add(found);
            }
        }

        return new(full, chain.ToImmutable());
    }

    /// <summary>The term in this form, or in the form that it falls back to; null where the locale has none.</summary>
    public Term? Find(string name, TermForm form)
    {
        var forms = Forms(name);
        for (var tried = form; ; tried = Fallback(tried))
        {
            if (forms.Find(tried) is { } term)
            {
                return term;
            }

            if (tried == TermForm.Long)
            {
                return null;
            }
        }
    }

    public Term? FindExact(string name, TermForm form, Gender gender = Gender.Neuter) => Forms(name).Find(form, gender);

    private TermForms Forms(string name) => _found.TryGetValue(name, out var known) ? known : _found.GetOrAdd(name, Search(name));

    private TermForms Search(string name)
    {
        var forms = new TermForms();
        if (LocaleReader.IsOrdinal(name))
        {
            forms.AddMissing(_ordinals?.Find(name));
            return forms;
        }

        foreach (var locale in _chain)
        {
            forms.AddMissing(locale.Find(name));
        }

        return forms;
    }

    /// <summary>The style's date with the parts of the locale; as the style has it where the locale has no such date.</summary>
    public DateElement Localize(DateElement element)
    {
        if ((element.Form == DateForm.Text ? TextDate : NumericDate) is not { } own)
        {
            return element;
        }

        return _dates.TryGetValue(element, out var known) ? known : _dates.GetOrAdd(element, LocalizedDate.Of(element, own));
    }

    private string Plain(string name, string otherwise) => Find(name, TermForm.Long)?.Single ?? otherwise;

    private static TermForm Fallback(TermForm form) => form switch
    {
        TermForm.VerbShort => TermForm.Verb,
        TermForm.Symbol => TermForm.Short,
        _ => TermForm.Long,
    };
}

internal sealed record Quotes(string Open, string Close, string OpenInner, string CloseInner)
{
    /// <summary>The opening marks are those of most languages.</summary>
    public bool AreCommon { get; } = Open is "“" or "„" or "«" && OpenInner is "‘" or "‚" or "‹" or "“" or "„";
}
