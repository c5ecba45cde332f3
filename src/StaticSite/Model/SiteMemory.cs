using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>What is known of a site without a look into its texts, so that a build after a small edit need not read them all.</summary>
/// <param name="Bundles">In the order of their folders.</param>
/// <param name="OfSite">What is wrong with more than one bundle, with the settings or the data.</param>
public sealed record SiteMemory(ImmutableArray<BundleMemory> Bundles, ImmutableArray<Redirect> Redirects, ImmutableArray<Diagnostic> OfSite);

/// <param name="Path">Its folder, relative to the root, with <c>/</c>.</param>
/// <param name="IsWhole">Whether all its pages could be read and are published.</param>
/// <param name="Pages">Those that are published, in the order of the site's languages.</param>
/// <param name="Diagnostics">What is wrong with it and its bodies.</param>
public sealed record BundleMemory(string Path, bool IsWhole, ImmutableArray<PageOutline> Pages, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>How like the articles of one language are, newest first.</summary>
/// <param name="Words">A table of how many articles have each word.</param>
/// <param name="Terms">Words and labels by their numbers. Which number a term has means nothing.</param>
/// <param name="Vectors">For each article.</param>
/// <param name="Readings">For each article; null where nobody has asked.</param>
public sealed record SimilarityMemory(
    ImmutableArray<TermCount> Words, ImmutableArray<ulong> Terms, ImmutableArray<ImmutableArray<TermShare>> Vectors, ImmutableArray<SimilarReading?> Readings);

/// <param name="Mark">The count and one; 0 for a place of the table where no term ever stood.</param>
public readonly record struct TermCount(ulong Term, int Mark);

/// <summary>A term of the corpus by its number, and its share in one article.</summary>
public readonly record struct TermShare(int Term, float Weight);

/// <summary>The articles that a page shows because they are like it, best first; all by their places in the list of the language.</summary>
/// <param name="Wanted">How many were asked for.</param>
/// <param name="Shown">Articles that the page shows anyway, in ascending order.</param>
public sealed record SimilarReading(int Wanted, ImmutableArray<int> Shown, ImmutableArray<int> Found);
