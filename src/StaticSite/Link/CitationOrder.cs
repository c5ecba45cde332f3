using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Does a translation number its references as its source language does? Readers who compare the two must find [3] to be the same work.</summary>
internal static class CitationOrder
{
    /// <param name="bodies">Parallel to <paramref name="pages"/>.</param>
    public static void Check(
        ImmutableArray<SitePage> pages, ImmutableArray<BodyFindings> bodies, PageLinker linker, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var byId = pages.Zip(bodies).ToDictionary(pair => pair.First.Id);
        foreach (var (page, body) in pages.Zip(bodies))
        {
            var source = new PageId(page.Id.Bundle, page.Facts.SourceLanguage);
            if (source != page.Id && byId.TryGetValue(source, out var original) && FindDifference(body.Works, original.Second.Works) is { } number)
            {
                diagnostics.Add(LinkDiagnostics.CitationOrderDiffers(
                    number,
                    Work(body.Works, number - 1),
                    FirstCitation(page, linker, number),
                    Work(original.Second.Works, number - 1),
                    FirstCitation(original.First, linker, number)));
            }
        }
    }

    /// <summary>The first number that means another work, or one that only one side has; null where both number alike.</summary>
    private static int? FindDifference(ImmutableArray<string> translation, ImmutableArray<string> source)
    {
        var most = Math.Max(translation.Length, source.Length);
        for (var i = 0; i < most; i++)
        {
            if (Work(translation, i) != Work(source, i))
            {
                return i + 1;
            }
        }

        return null;
    }

    private static string? Work(ImmutableArray<string> works, int index) => index < works.Length ? works[index] : null;

    /// <summary>Where the work with this number is first cited; the title's place for one that is listed without being cited, or that is missing.</summary>
    private static SourceSpan FirstCitation(SitePage page, PageLinker linker, int number) =>
        linker.Link(page).Targets.OfType<CitationTarget>()
            .SelectMany(citation => citation.Cites)
            .Where(cite => cite.Number == number)
            .Select(cite => (SourceSpan?)cite.Cite.Where)
            .FirstOrDefault() ?? page.Facts.FrontMatter.Title.Where;
}
