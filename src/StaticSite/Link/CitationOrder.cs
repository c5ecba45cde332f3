using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Does a translation number its references as its source language does? Readers who compare the two must find [3] to be the same work.</summary>
internal static class CitationOrder
{
    /// <param name="bodies">Parallel to <paramref name="pages"/>.</param>
    public static void Check(ImmutableArray<SitePage> pages, ImmutableArray<LinkedBody> bodies, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var byId = pages.Zip(bodies).ToDictionary(pair => pair.First.Id);
        foreach (var (page, body) in pages.Zip(bodies))
        {
            var source = new PageId(page.Id.Bundle, page.Facts.SourceLanguage);
            if (source != page.Id && byId.TryGetValue(source, out var original) && FindDifference(body, original.Second) is { } number)
            {
                diagnostics.Add(Report(page, body, original, number));
            }
        }
    }

    /// <summary>The first number that means another work, or one that only one side has; null where both number alike.</summary>
    private static int? FindDifference(LinkedBody translation, LinkedBody source)
    {
        var most = Math.Max(translation.References.Length, source.References.Length);
        for (var i = 0; i < most; i++)
        {
            if (Work(translation, i) != Work(source, i))
            {
                return i + 1;
            }
        }

        return null;
    }

    private static string? Work(LinkedBody body, int index) => index < body.References.Length ? body.References[index].Item.Id : null;

    private static Diagnostic Report(SitePage page, LinkedBody body, (SitePage Page, LinkedBody Body) source, int number) =>
        LinkDiagnostics.CitationOrderDiffers(
            number,
            Work(body, number - 1),
            FirstCitation(page, body, number),
            Work(source.Body, number - 1),
            FirstCitation(source.Page, source.Body, number));

    /// <summary>Where the work with this number is first cited; the title's place for one that is listed without being cited, or that is missing.</summary>
    private static SourceSpan FirstCitation(SitePage page, LinkedBody body, int number) =>
        body.Targets.OfType<CitationTarget>()
            .SelectMany(citation => citation.Cites)
            .Where(cite => cite.Number == number)
            .Select(cite => (SourceSpan?)cite.Cite.Where)
            .FirstOrDefault() ?? page.Facts.FrontMatter.Title.Where;
}
