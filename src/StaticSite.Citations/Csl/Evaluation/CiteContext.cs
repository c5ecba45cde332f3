using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

[Flags]
internal enum Position : byte { None = 0, First = 1, Subsequent = 2, Ibid = 4, IbidWithLocator = 8, NearNote = 16 }

/// <summary>Under which circumstances a work is rendered.</summary>
internal sealed record CiteContext(Area Area, MergedLocale Locale)
{
    public string? Locator { get; init; }

    /// <summary>What the locator counts; <c>page</c> where nothing is said.</summary>
    public string LocatorLabel { get; init; } = "page";

    public bool HasLocatorLabel { get; init; }

    public Position Position { get; init; } = Position.First;

    /// <summary>Set while a sort key is rendered: names are inverted, dates and numbers become comparable.</summary>
    public SortKey? SortKey { get; init; }

    /// <summary>In place of the work's own, while a distinction is being looked for.</summary>
    public Distinction? Trial { get; init; }

    public bool IsSort => SortKey is not null;
}
