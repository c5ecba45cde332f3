using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which works of a bundle's own file does none of its languages use?</summary>
internal static class UnusedReferences
{
    /// <summary>Nothing is said of a bundle with a file that failed to parse: what that file cites is not known.</summary>
    public static void Report(ParsedBundle bundle, IEnumerable<PageFacts> pages, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (bundle.References.Works.IsEmpty || !bundle.Failed.IsEmpty)
        {
            return;
        }

        var used = pages.SelectMany(Keys).ToHashSet(StringComparer.Ordinal);
        if (used.Contains("*"))
        {
            return;
        }

        foreach (var work in bundle.References.Works.Where(work => !used.Contains(work.Value.Id)))
        {
            diagnostics.Add(LinkDiagnostics.ReferenceNotUsed(work));
        }
    }

    private static IEnumerable<string> Keys(PageFacts page) =>
        page.Page.Cited
            .Concat(page.References.Concat(page.NoCite).Select(entry => entry.Value.Key).OfType<string>());
}
