using System.Collections.Immutable;

namespace StaticSite.Citations;

public enum CitationMode
{
    /// <summary>The number in brackets: <c>[1]</c>.</summary>
    Normal,

    /// <summary>The author is named by the sentence already; a numeric style prints the number.</summary>
    SuppressAuthor,

    /// <summary>The citation is a part of the sentence: <c>Choi et al. [1]</c>.</summary>
    InText,
}

/// <summary>One work within a citation.</summary>
/// <param name="Item">Null for a key that does not exist; a question mark stands in its place.</param>
/// <param name="Prefix">Plain text, as <paramref name="Locator"/> and <paramref name="Suffix"/> are.</param>
public sealed record ClusterCite(Item? Item, CitationMode Mode = CitationMode.Normal, string Prefix = "", string? Locator = null, string Suffix = "");

/// <summary>The works cited at one place of a document.</summary>
public sealed record Cluster(ImmutableArray<ClusterCite> Cites);

/// <summary>A piece of a formatted citation, in the order of print.</summary>
/// <param name="Html">Safe HTML without links.</param>
/// <param name="Cite">The index of the cite within its cluster, where the piece is to lead to that cite's entry.</param>
public readonly record struct CitationPart(string Html, int? Cite);

/// <summary>What a document prints: its citations in the order of its clusters, its list in the order of its items.</summary>
/// <param name="Entries">Safe HTML of each entry, without its number.</param>
public sealed record FormattedDocument(ImmutableArray<ImmutableArray<CitationPart>> Citations, ImmutableArray<string> Entries);
