using System.Collections.Immutable;

namespace StaticSite.Citations.Csl.Style;

/// <summary>A layout, and the locales it serves (CSL-M); none where it serves every item.</summary>
internal sealed record Layout(ImmutableArray<string> Locales, Formatting Format, string Delimiter, ImmutableArray<Element> Children)
{
    /// <summary>The locales in the form in which languages of items come.</summary>
    public ImmutableArray<string> Tags { get; } = [.. Locales.Select(Csl.Locales.LanguageTag.Normalize)];
}

/// <summary>Exactly one of <paramref name="Variable"/> and <paramref name="Macro"/> is set.</summary>
internal sealed record SortKey(string? Variable, Macro? Macro, bool Descending, NameOptions Names);

internal enum Collapse : byte { None, CitationNumber, Year, YearSuffix, YearSuffixRanged }

internal enum GivenNameRule : byte { ByCite, AllNames, AllNamesWithInitials, PrimaryName, PrimaryNameWithInitials }

/// <summary>cs:citation or cs:bibliography.</summary>
internal sealed record Area
{
    public bool IsBibliography { get; init; }
    public ImmutableArray<Layout> Layouts { get; init; } = [];
    public ImmutableArray<SortKey> SortKeys { get; init; } = [];
    public NameOptions Names { get; init; } = NameOptions.Empty;
}

internal sealed record CitationOptions
{
    public bool AddNames { get; init; }
    public bool AddGivenName { get; init; }
    public GivenNameRule GivenNameRule { get; init; }
    public bool AddYearSuffix { get; init; }
    public Collapse Collapse { get; init; }
    public string? CiteGroupDelimiter { get; init; }
    public string? YearSuffixDelimiter { get; init; }
    public string? AfterCollapseDelimiter { get; init; }
    public int NearNoteDistance { get; init; } = 5;
}

internal enum SecondFieldAlign : byte { None, Flush, Margin }

internal enum SubstituteRule : byte { CompleteAll, CompleteEach, PartialEach, PartialFirst }

internal sealed record BibliographyOptions
{
    public bool HangingIndent { get; init; }
    public SecondFieldAlign SecondFieldAlign { get; init; }
    public int LineSpacing { get; init; } = 1;
    public int EntrySpacing { get; init; } = 1;
    public string? SubsequentAuthorSubstitute { get; init; }
    public SubstituteRule SubstituteRule { get; init; }
}

internal enum PageRangeFormat : byte { None, Expanded, Minimal, MinimalTwo, Chicago15, Chicago16 }

internal enum Demote : byte { DisplayAndSort, SortOnly, Never }

internal sealed record StyleOptions
{
    public bool IsNote { get; init; }
    public string? DefaultLocale { get; init; }
    public bool InitializeWithHyphen { get; init; } = true;
    public PageRangeFormat PageRangeFormat { get; init; }
    public Demote DemoteNonDroppingParticle { get; init; } = Demote.DisplayAndSort;
    public NameOptions Names { get; init; } = NameOptions.Empty;
}
