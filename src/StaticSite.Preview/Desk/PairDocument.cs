using System.Collections.Immutable;
using StaticSite.Check;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>One bundle in two languages, for reading side by side.</summary>
/// <param name="Tag">Of the moment.</param>
/// <param name="Right">Null where the site has one language.</param>
/// <param name="Sections">Which section stands beside which, and those that stand alone.</param>
/// <param name="Translation">Null where neither side is the other's source, or one does not exist.</param>
internal sealed record PairDocument(
    string Tag,
    string Id,
    BundleKind Kind,
    ImmutableArray<DeskLanguage> Languages,
    PairSide Left,
    PairSide? Right,
    ImmutableArray<PairSections> Sections,
    PairTranslation? Translation,
    ImmutableArray<PairNumbers> Numbers);

internal sealed record PairSide(DeskPage Page, string Tag, string Name, string Path, string Editor);

/// <param name="Left">The anchor, or one of the names of <see cref="TextSection"/>; null where the side has no such section.</param>
internal sealed record PairSections(string? Left, string? Right);

/// <param name="Source">The language that was translated.</param>
internal sealed record PairTranslation(
    TranslationStatus Status, string Source, DateOnly? Accepted, DateOnly? Since, ImmutableArray<PairChange> Changes);

/// <param name="Left">The outdated section on the left side; null where it does not stand there, as with <paramref name="Right"/>.</param>
internal sealed record PairChange(
    string Id, string Heading, SectionChangeKind Change, DateOnly Since, string? Left, string? Right, ImmutableArray<PairRun> Runs);

internal sealed record PairRun(DiffKind Kind, string Text);

/// <summary>Numbers that stand on one side only.</summary>
/// <param name="Left">The section; null where the texts were compared as a whole.</param>
internal sealed record PairNumbers(string? Left, string? Right, string Heading, ImmutableArray<string> OnlyLeft, ImmutableArray<string> OnlyRight);
