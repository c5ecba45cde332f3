using System.Collections.Immutable;

namespace StaticSite.Model;

public enum SectionChangeKind
{
    /// <summary>Its text is another, under the same heading.</summary>
    Changed,

    /// <summary>Its heading is another, over the same text.</summary>
    Renamed,
    Added,
    Removed,
}

/// <summary>How a section of the source differs from what was accepted.</summary>
/// <param name="Accepted">Null where it was added.</param>
/// <param name="Current">Null where it was removed.</param>
public sealed record SectionChange(SectionChangeKind Kind, TextSection? Accepted, TextSection? Current)
{
    /// <summary>The section as the source has it now, or had it last.</summary>
    public TextSection Section => (Current ?? Accepted)!;
}

/// <param name="Since">The day that the source's author states for its last change, where that is a change after acceptance; else the day of acceptance, after which it was.</param>
public sealed record OutdatedSection(SectionChange Change, DateOnly Since);

public enum TranslationStatus
{
    /// <summary>The source says what it said when the translation was accepted.</summary>
    UpToDate,

    /// <summary>Nobody has said yet which text the translation was made from.</summary>
    Unconfirmed,

    /// <summary>The source says something else by now.</summary>
    Outdated,
    Missing,

    /// <summary>Missing, and meant to be: <c>translate: false</c>.</summary>
    NotWanted,
}

/// <summary>How one translation stands to its source.</summary>
/// <param name="Path">Of the translation, whether it exists or not.</param>
/// <param name="IsDraft">The translation is a draft; where it is missing, the source.</param>
/// <param name="Accepted">Null where nothing was.</param>
/// <param name="Sections">Those that are outdated, in the order of the source.</param>
/// <param name="Since">The earliest day of those; null where nothing is outdated.</param>
/// <param name="Revised">The date of the change as the source's author states it; null where none is stated.</param>
public sealed record TranslationState(
    PageId Id,
    Language Source,
    string Path,
    TranslationStatus Status,
    bool IsDraft,
    DateOnly? Accepted,
    ImmutableArray<OutdatedSection> Sections,
    DateOnly? Since,
    PublicationDate? Revised);

/// <summary>What readers of an outdated translation are told: there is a newer original.</summary>
/// <param name="Date">Null where its author does not state when it was revised.</param>
public sealed record SourceRevision(Alternate Source, PublicationDate? Date);
