using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What should be read next? First what the front matter names, then the articles that are most like this one.</summary>
internal static class Related
{
    /// <summary>What the front matter names.</summary>
    public static ImmutableArray<RelatedLink> Pick(SitePage page, SiteIndex index, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var picked = ImmutableArray.CreateBuilder<RelatedLink>();
        foreach (var entry in page.Facts.FrontMatter.Related.DistinctBy(entry => (entry.Value.Bundle, entry.Value.Url)))
        {
            var link = entry.Value.Bundle is { } bundle
                ? ToBundle(bundle, entry.Where, page, index, diagnostics)
                : new(null, entry.Value.Title, entry.Value.Url, null);
            if (link is not null)
            {
                picked.Add(link);
            }
        }

        var most = index.Settings.Related;
        if (picked.Count > most)
        {
            diagnostics.Add(LinkDiagnostics.TooManyRelated(page, picked.Count, most));
        }

        return [.. picked.Take(most)];
    }

    /// <param name="picked">As <see cref="Pick"/> gave them.</param>
    public static ImmutableArray<RelatedLink> Of(SitePage page, ImmutableArray<RelatedLink> picked, SiteSettings settings, SimilarArticles similar) =>
    [
        .. picked,
        .. similar.Of(page.Id, Shown(page, picked), settings.Related - picked.Length).Select(article => new RelatedLink(article, null, null, null)),
    ];

    private static RelatedLink? ToBundle(BundleId bundle, SourceSpan where, SitePage page, SiteIndex index, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (bundle == page.Id.Bundle)
        {
            diagnostics.Add(LinkDiagnostics.RelatedToItself(bundle, where));
            return null;
        }

        if (index.FindNearest(bundle, page.Language) is { } found)
        {
            return new(found.Summary, null, null, index.OtherLanguage(found, page.Language));
        }

        if (index.Find(bundle) is not { } known)
        {
            diagnostics.Add(LinkDiagnostics.RelatedNotFound(bundle, where, index.Names.Find(bundle.Value)));
        }
        else if (known.Failed.IsEmpty)
        {
            diagnostics.Add(LinkDiagnostics.PageNotPublished(bundle.Value, where));
        }

        return null;
    }

    /// <summary>What the reader is shown already: picked by hand here, or in a box of the text.</summary>
    private static HashSet<BundleId> Shown(SitePage page, ImmutableArray<RelatedLink> picked)
    {
        var shown = picked.Select(link => link.Page?.Id.Bundle).OfType<BundleId>().ToHashSet();
        foreach (var target in page.Parsed.Boxed)
        {
            if (Links.FindBundle(target) is { } bundle)
            {
                shown.Add(bundle);
            }
        }

        return shown;
    }
}
