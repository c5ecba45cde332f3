using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

internal enum PageState
{
    Published,
    Draft,

    /// <summary>Dated later than now.</summary>
    Future,
    Missing,

    /// <summary>Missing, and meant to be: <c>translate: false</c>.</summary>
    NotWanted,

    /// <summary>The file has an error, and no good version of it was seen.</summary>
    Failed,
}

/// <summary>One bundle, with all its languages, as the desk's table shows it.</summary>
/// <param name="Category">An id, as are tags, authors and reviewers; <see cref="DeskHead"/> has the names.</param>
/// <param name="Date">A day in the site's time zone, as are the other dates.</param>
/// <param name="ReviewDue">Null for what is not published or has neither a date nor a review.</param>
/// <param name="Pages">One for each language of the site, in its order.</param>
internal sealed record DeskRow(
    string Id,
    BundleKind Kind,
    string Path,
    string? Category,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Authors,
    ImmutableArray<string> ReviewedBy,
    DateOnly? Date,
    DateOnly? Updated,
    DateOnly? Reviewed,
    DateOnly? ReviewDue,
    int Errors,
    int Warnings,
    ImmutableArray<DeskPage> Pages);

/// <param name="Url">As it is written in href; null for what is not shown.</param>
/// <param name="Translation">How it stands to its source; null for the source itself and for what does not exist.</param>
internal sealed record DeskPage(
    string Language,
    PageState State,
    string? Title,
    string? Url,
    int HanCharacters,
    int Words,
    int Minutes,
    TranslationStatus? Translation,
    DateOnly? Since,
    ImmutableArray<DeskSection>? Sections);

/// <summary>An outdated section.</summary>
/// <param name="Heading">Empty for the title and for the text before the first heading, which <paramref name="Id"/> names.</param>
internal sealed record DeskSection(string Id, string Heading, SectionChangeKind Change, DateOnly Since);

/// <summary>A diagnostic with its place, and a link that opens the place in the editor.</summary>
internal sealed record DeskFinding(
    string Code, Severity Severity, string Path, int Line, int Column, string Message, string? Hint, string Editor);

/// <summary>What rows refer to, and what belongs to no row.</summary>
/// <param name="Findings">In site.yml, the theme and data.</param>
internal sealed record DeskHead(
    DateOnly Today,
    ImmutableArray<DeskLanguage> Languages,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Categories,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Tags,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> People,
    ImmutableArray<DeskFinding> Findings,
    int MoreFindings);

internal sealed record DeskLanguage(string Code, string Tag, string Name);

/// <summary>What is shown of one bundle where it is looked at by itself.</summary>
internal sealed record DeskDetail(ImmutableArray<DeskFile> Files, ImmutableArray<DeskFinding> Findings);

/// <param name="Editor">Opens the file; one that does not exist yet too.</param>
internal sealed record DeskFile(string Language, string Path, string Editor);
