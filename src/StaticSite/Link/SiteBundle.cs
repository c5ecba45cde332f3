using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>A bundle, and which of its pages this build publishes.</summary>
/// <param name="All">The facts of every page, hidden ones too, in the order of the site's languages.</param>
/// <param name="Published">In the same order.</param>
internal sealed record SiteBundle(ParsedBundle Parsed, ImmutableArray<PageFacts> All, ImmutableArray<SitePage> Published)
{
    public BundleId Id => Parsed.Id;

    public IEnumerable<PageFacts> Hidden => All.Where(page => !Published.Any(published => published.Id == page.Page.Id));

    public static SiteBundle Create(ParsedBundle bundle, SiteSettings settings, BuildOptions options)
    {
        var all = Translations.Inherit(bundle, settings);
        return new(bundle, all, ImmutableArray.CreateRange(Visibility.Choose(all, options), SitePage.Create));
    }
}
