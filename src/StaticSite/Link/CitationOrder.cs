using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Does a translation number its references as its source language does? Readers who compare the two must find [3] to be the same work.</summary>
internal static class CitationOrder
{
    /// <param name="pages">Of one bundle.</param>
    public static void Check(ImmutableArray<PageLinks> pages, PageLinker linker, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var translation in pages.Where(page => page.Page.Language != page.Page.Facts.SourceLanguage))
        {
            var source = pages.FirstOrDefault(page => page.Page.Language == translation.Page.Facts.SourceLanguage);
            if (source is not null && FindDifference(translation.Findings.Works, source.Findings.Works) is { } number)
            {
                diagnostics.Add(LinkDiagnostics.CitationOrderDiffers(
                    number,
                    Work(translation.Findings.Works, number - 1),
                    FirstCitation(translation.Page, linker, number),
                    Work(source.Findings.Works, number - 1),
                    FirstCitation(source.Page, linker, number)));
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
