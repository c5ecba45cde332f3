using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which works of a bundle's own file does none of its languages use?</summary>
internal static class UnusedReferences
{
    /// <summary>Nothing is said of a bundle with a file that failed to parse: what that file cites is not known.</summary>
    /// <param name="listed">The ids of the works that the bundle's published pages list.</param>
    /// <param name="hidden">Its other pages: they are not judged, but what they cite counts as used.</param>
    public static void Report(ParsedBundle bundle, IEnumerable<string> listed, IEnumerable<PageFacts> hidden, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (bundle.References.IsEmpty || !bundle.Failed.IsEmpty)
        {
            return;
        }

        var used = listed.ToHashSet(StringComparer.Ordinal);
        used.UnionWith(hidden.SelectMany(Keys));
        if (!used.Contains("*"))
        {
            diagnostics.AddRange(bundle.References.Works.Where(work => !used.Contains(work.Value.Id)).Select(LinkDiagnostics.ReferenceNotUsed));
        }
    }

    private static IEnumerable<string> Keys(PageFacts page) =>
        page.Page.Details.Load().CitedKeys()
            .Concat(page.References.Concat(page.NoCite).Select(entry => entry.Value.Key).OfType<string>());
}
