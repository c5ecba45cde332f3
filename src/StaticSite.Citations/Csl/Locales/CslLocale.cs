using System.Collections.Immutable;
using StaticSite.Citations.Csl.Parsing;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl;

/// <summary>The terms, dates and options of one language: a locale file, or the cs:locale of a style. Immutable, for every thread.</summary>
public sealed class CslLocale
{
    private readonly Dictionary<string, Locales.TermForms> _terms;

    /// <param name="terms">By their names.</param>
    internal CslLocale(string language, Dictionary<string, Locales.TermForms> terms)
    {
        (Language, _terms) = (language, terms);
        HasOrdinals = terms.Keys.Any(Locales.LocaleReader.IsOrdinal);
    }

    /// <summary>As xml:lang says it; empty for a cs:locale that serves every language.</summary>
    public string Language { get; }

    internal bool HasOrdinals { get; }
    internal DateElement? TextDate { get; init; }
    internal DateElement? NumericDate { get; init; }
    internal bool? PunctuationInQuote { get; init; }
    internal bool? LimitDayOrdinalsToDay1 { get; init; }

    internal Locales.TermForms? Find(string term) => _terms.GetValueOrDefault(term);

    /// <summary>Reads a locale file in the standard form (<c>locales-en-US.xml</c>).</summary>
    /// <returns>A locale, or null with the reason among the diagnostics.</returns>
    public static (CslLocale? Locale, ImmutableArray<CslDiagnostic> Diagnostics) Parse(string xml)
    {
        var diagnostics = ImmutableArray.CreateBuilder<CslDiagnostic>();
        var root = XmlSource.Read(xml, diagnostics);
        if (root is not null && root.Name.LocalName != "locale")
        {
            diagnostics.Add(XmlSource.At(root, true, $"This is no CSL locale: its first element is '{root.Name.LocalName}', not 'locale'."));
        }

        var locale = root?.Name.LocalName == "locale" ? Locales.LocaleReader.Read(new Attributes(diagnostics), root) : null;
        return (locale, diagnostics.ToImmutable());
    }
}
