using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Parsing;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl;

/// <summary>A style, or null with the reason among the diagnostics.</summary>
public sealed record CslStyleResult(CslStyle? Style, ImmutableArray<CslDiagnostic> Diagnostics);

/// <summary>A compiled style. Immutable, for every thread, to be parsed once and used for all documents.</summary>
public sealed class CslStyle
{
    private readonly ConcurrentDictionary<(string Language, LocaleSource Source), MergedLocale> _locales = new();
    private readonly ImmutableArray<CslLocale> _ownLocales;

    internal CslStyle(
        StyleOptions options,
        Area citation,
        CitationOptions citationOptions,
        Area? bibliography,
        BibliographyOptions bibliographyOptions,
        ImmutableArray<CslLocale> locales)
    {
        (Options, Citation, CitationOptions) = (options, citation, citationOptions);
        (Bibliography, BibliographyOptions) = (bibliography, bibliographyOptions);
        _ownLocales = locales;
    }

    /// <summary>As the file says it; often an address.</summary>
    public string Id { get; internal init; } = "";

    public string Title { get; internal init; } = "";

    /// <summary>Citations of this style stand in notes.</summary>
    public bool IsNote => Options.IsNote;

    /// <summary>The language that the style asks for; null where it leaves that to the document.</summary>
    public string? DefaultLocale => Options.DefaultLocale;

    public bool HasBibliography => Bibliography is not null;

    internal StyleOptions Options { get; }
    internal Area Citation { get; }
    internal CitationOptions CitationOptions { get; }
    internal Area? Bibliography { get; }
    internal BibliographyOptions BibliographyOptions { get; }
    internal bool UsesYearSuffixVariable { get; init; }
    internal bool UsesDisambiguateCondition { get; init; }

    /// <summary>Reads and compiles a style. No style, however hostile, makes this throw or run on.</summary>
    public static CslStyleResult Parse(string xml)
    {
        var diagnostics = ImmutableArray.CreateBuilder<CslDiagnostic>();
        var style = StyleReader.Read(xml, diagnostics);
        return new(style, diagnostics.ToImmutable());
    }

    internal MergedLocale Locale(string language, LocaleSource source) => _locales.GetOrAdd(
        (language, source),
        static (key, own) => MergedLocale.Create(key.Language, own, key.Source),
        _ownLocales);
}
