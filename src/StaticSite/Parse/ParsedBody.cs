using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>All of a <see cref="ParsedPage"/> that comes from the Markdown; the rest comes from the front matter.</summary>
internal sealed record ParsedBody(
    PageBody Body,
    ImmutableArray<Heading> Headings,
    ImmutableArray<Numbered> Numbered,
    ImmutableHashSet<string> Anchors,
    ImmutableArray<TermWeight> Terms,
    TextLength Length,
    string Summary,
    ImmutableArray<TextSection> Sections);
