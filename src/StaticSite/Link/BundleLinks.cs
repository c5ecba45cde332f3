using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>The pages of one bundle, each with all that links it to the rest of the site.</summary>
/// <param name="pages">Those that are published, in the order of the site's languages.</param>
internal sealed class BundleLinks(BundleFacts facts, ImmutableArray<PageLinks> pages, PageLinker linker)
{
    private readonly Lazy<ImmutableArray<Diagnostic>> _faults = new(() => FindFaults(facts.Bundle, pages, linker));

    public BundleFacts Facts => facts;

    public ImmutableArray<PageLinks> Pages => pages;

    /// <summary>What is wrong in the bodies; all of them are linked for that.</summary>
    public ImmutableArray<Diagnostic> Faults => _faults.Value;

    /// <summary>All that is wrong with the bundle and that no other bundle has a part in.</summary>
    public IEnumerable<Diagnostic> Diagnostics => facts.Diagnostics.Concat(Faults);

    public static BundleLinks Create(BundleFacts facts, SiteFacts site, SiteIndex index, PageLinker linker, PageIngredients ingredients) =>
        new(facts, ImmutableArray.CreateRange(facts.Pages, page => new PageLinks(page, site, index, linker, ingredients)), linker);

    /// <param name="ofFiles">What is wrong with its files by themselves.</param>
    public BundleMemory Remember(ImmutableArray<Diagnostic> ofFiles) => new(
        facts.Bundle.Parsed.Path,
        facts.Bundle.Parsed.Failed.IsEmpty && !facts.Bundle.Hidden.Any(),
        ImmutableArray.CreateRange(facts.Pages, page => page.Outline),
        [.. ofFiles, .. Diagnostics]);

    private static ImmutableArray<Diagnostic> FindFaults(SiteBundle bundle, ImmutableArray<PageLinks> pages, PageLinker linker)
    {
        if (pages.IsEmpty)
        {
            return [];
        }

        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        UnusedReferences.Report(bundle.Parsed, pages.SelectMany(page => page.Findings.Works), bundle.Hidden, diagnostics);
        CitationOrder.Check(pages, linker, diagnostics);
        diagnostics.AddRange(pages.SelectMany(page => page.Findings.Diagnostics));
        return diagnostics.ToImmutable();
    }
}
