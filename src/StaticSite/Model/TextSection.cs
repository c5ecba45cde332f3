using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>A stretch of a text from one heading to the next, known by hashes in which white space and character width are folded.</summary>
/// <param name="Id">The heading's anchor, or one of the two names below.</param>
/// <param name="Heading">The heading's words; empty where there is none.</param>
/// <param name="Start">Where it begins in its file, the heading included.</param>
/// <param name="HeadingHash">Of the heading as it is written, without its level.</param>
/// <param name="TextHash">Of all that follows the heading.</param>
public sealed record TextSection(string Id, string Heading, int Start, int Length, UInt128 HeadingHash, UInt128 TextHash)
{
    /// <summary>The page's title, which stands in the front matter.</summary>
    public const string TitleId = "_title";

    /// <summary>The text before the first heading.</summary>
    public const string StartId = "_start";
}

/// <summary>The source text that a translation was made from: <c>.accepted/en.md</c> belongs to <c>en.md</c>.</summary>
/// <param name="Source">The language of the text; null where the file does not say.</param>
/// <param name="Date">When it was accepted.</param>
/// <param name="LaterDates">By the ids of those sections that were accepted by themselves, later.</param>
/// <param name="SourceUpdated">What the source stated as its last change when it was accepted.</param>
public sealed record AcceptedText(
    Language Language,
    Language? Source,
    string Path,
    DateOnly Date,
    IReadOnlyDictionary<string, DateOnly> LaterDates,
    PublicationDate? SourceUpdated,
    string Title,
    ImmutableArray<TextSection> Sections);
