using System.Collections.Frozen;

namespace StaticSite.Citations.Formats;

/// <summary>The item types of CSL 1.0.2 (appendix III).</summary>
public static class CslTypes
{
    public static FrozenSet<string> All { get; } = WordTable.Words("""
        article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry
        entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture
        musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report
        review review-book software song speech standard thesis treaty webpage
        """).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Works that appear within a periodical, so that <c>number</c> is its issue.</summary>
    internal static bool IsInPeriodical(string type) => type is "article-journal" or "article-magazine" or "article-newspaper" or "periodical" or "review" or "review-book";

    /// <summary>Books and their parts, so that <c>number</c> is that of their series.</summary>
    internal static bool IsBookOrPart(string type) => type is "book" or "chapter" or "paper-conference" or "entry" or "entry-dictionary" or "entry-encyclopedia" or "collection" or "classic";
}
