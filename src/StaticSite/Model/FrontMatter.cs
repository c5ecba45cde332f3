using System.Collections.Immutable;
using StaticSite.Citations;

namespace StaticSite.Model;

/// <summary>A date or a date-time with offset. A date alone is midnight in the site's time zone.</summary>
public readonly record struct PublicationDate(DateTimeOffset Instant, bool HasTime);

/// <summary>An entry of <c>related</c>: a bundle's id, or a title and an address outside.</summary>
public sealed record RelatedEntry(BundleId? Bundle, string? Title, string? Url);

/// <summary>An entry of <c>references</c>, <c>nocite</c>: a citation key (<c>*</c> is all), or an item written in place.</summary>
public sealed record ReferenceEntry(string? Key, Item? Item);

/// <summary>The front matter of one file, typed. What a file does not name is null; inheritance from the source language comes in Link.</summary>
public sealed record FrontMatter
{
    public required Located<string> Title { get; init; }
    public Located<PublicationDate>? Date { get; init; }
    public Located<PublicationDate>? Updated { get; init; }
    public string? Description { get; init; }
    public Located<string>? Slug { get; init; }
    public Located<string>? Category { get; init; }
    public ImmutableArray<Located<string>>? Tags { get; init; }
    public ImmutableArray<Located<string>>? Authors { get; init; }
    public ImmutableArray<Located<string>>? ReviewedBy { get; init; }
    public Located<PublicationDate>? Reviewed { get; init; }
    public Located<Language>? SourceLanguage { get; init; }
    public bool Translate { get; init; } = true;
    public ImmutableArray<Located<string>>? Disclaimers { get; init; }
    public ImmutableArray<Located<ReferenceEntry>>? References { get; init; }
    public ImmutableArray<Located<ReferenceEntry>>? NoCite { get; init; }
    public Located<string>? CitationStyle { get; init; }
    public ImmutableArray<Located<RelatedEntry>> Related { get; init; } = [];
    public Located<string>? Cover { get; init; }
    public string? CoverAlt { get; init; }
    public ImmutableArray<Located<string>> Aliases { get; init; } = [];
    public bool Draft { get; init; }
    public bool Toc { get; init; } = true;
    public bool Search { get; init; } = true;
    public bool Sitemap { get; init; } = true;
}
