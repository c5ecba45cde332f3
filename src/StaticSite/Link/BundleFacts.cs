using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>All that is decided about one bundle without a look into its bodies, and that no other bundle's text has a say in.</summary>
/// <param name="Pages">Those that are published, in the order of the site's languages.</param>
/// <param name="Translations">One for each, those that are missing or hidden too.</param>
/// <param name="Diagnostics">What is wrong with these facts.</param>
internal sealed record BundleFacts(
    SiteBundle Bundle, ImmutableArray<PublishedFacts> Pages, ImmutableArray<TranslationState> Translations, ImmutableArray<Diagnostic> Diagnostics)
{
    public static BundleFacts Find(SiteBundle bundle, SiteIndex index, Disclaimers disclaimers)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var translations = Freshness.Of(bundle.All, index.Settings);
        Freshness.Report(translations, index, diagnostics);
        var revisions = Freshness.Revisions(translations, index);
        var pages = ImmutableArray.CreateBuilder<PublishedFacts>(bundle.Published.Length);
        foreach (var page in bundle.Published)
        {
            diagnostics.AddRange(page.Facts.Diagnostics);
            PublicationDates.Check(page.Facts, index.Settings, diagnostics);
            var outline = new PageOutline(page.Summary, page.Meta(disclaimers.Resolve(page.Facts, diagnostics)), page.Facts.FrontMatter.Sitemap);
            pages.Add(new(page, outline, Related.Pick(page, index, diagnostics), revisions.GetValueOrDefault(page.Id)));
        }

        return new(bundle, pages.MoveToImmutable(), translations, diagnostics.ToImmutable());
    }
}

/// <param name="Picked">The related reading that the front matter names.</param>
/// <param name="Outdated">Set on a translation that its published source has left behind.</param>
internal sealed record PublishedFacts(SitePage Page, PageOutline Outline, ImmutableArray<RelatedLink> Picked, SourceRevision? Outdated);
