using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What should be read next? First what the front matter names, then the articles that are most like this one.</summary>
internal sealed class Related
{
    private readonly SiteIndex _index;
    private readonly Dictionary<PageId, ImmutableArray<RelatedLink>> _links;

    /// <param name="articles">Per language, newest first.</param>
    public Related(
        ImmutableArray<SitePage> pages,
        ImmutableDictionary<Language, ImmutableArray<SitePage>> articles,
        SiteIndex index,
        ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        _index = index;
        _links = pages.ToDictionary(page => page.Id, page => HandPicked(page, diagnostics));
        foreach (var list in articles.Values)
        {
            AddSimilar(list);
        }
    }

    public ImmutableArray<RelatedLink> Of(PageId id) => _links[id];

    private ImmutableArray<RelatedLink> HandPicked(SitePage page, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var picked = ImmutableArray.CreateBuilder<RelatedLink>();
        foreach (var entry in page.Facts.FrontMatter.Related.DistinctBy(entry => (entry.Value.Bundle, entry.Value.Url)))
        {
            var link = entry.Value.Bundle is { } bundle
                ? ToBundle(bundle, entry.Where, page, diagnostics)
                : new(null, entry.Value.Title, entry.Value.Url, null);
            if (link is not null)
            {
                picked.Add(link);
            }
        }

        var most = _index.Settings.Related;
        if (picked.Count > most)
        {
            diagnostics.Add(LinkDiagnostics.TooManyRelated(page, picked.Count, most));
        }

        return [.. picked.Take(most)];
    }

    private RelatedLink? ToBundle(BundleId bundle, SourceSpan where, SitePage page, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (bundle == page.Id.Bundle)
        {
            diagnostics.Add(LinkDiagnostics.RelatedToItself(bundle, where));
            return null;
        }

        if (_index.FindNearest(bundle, page.Language) is { } found)
        {
            return new(found.Summary, null, null, _index.OtherLanguage(found, page.Language));
        }

        if (_index.Find(bundle) is not { } known)
        {
            diagnostics.Add(LinkDiagnostics.RelatedNotFound(bundle, where, _index.Names.Find(bundle.Value)));
        }
        else if (known.Failed.IsEmpty)
        {
            diagnostics.Add(LinkDiagnostics.PageNotPublished(bundle.Value, where));
        }

        return null;
    }

    private void AddSimilar(ImmutableArray<SitePage> articles)
    {
        var similarity = new Similarity(articles);
        var computed = new ImmutableArray<RelatedLink>[articles.Length];
        Parallel.For(0, articles.Length, similarity.NewScratch, (i, _, scratch) =>
        {
            var picked = _links[articles[i].Id];
            var shown = Shown(articles[i], picked);
            var similar = similarity.Rank(i, other => !shown.Contains(articles[other].Id.Bundle), _index.Settings.Related - picked.Length, scratch);
            computed[i] = [.. picked, .. similar.Select(other => new RelatedLink(articles[other].Summary, null, null, null))];
            return scratch;
        }, _ => { });
        for (var i = 0; i < articles.Length; i++)
        {
            _links[articles[i].Id] = computed[i];
        }
    }

    /// <summary>What the reader is shown already: picked by hand here, or in a box of the text.</summary>
    private static HashSet<BundleId> Shown(SitePage page, ImmutableArray<RelatedLink> picked)
    {
        var shown = picked.Select(link => link.Page?.Id.Bundle).OfType<BundleId>().ToHashSet();
        foreach (var slot in page.Parsed.Slots)
        {
            if (slot is LinkStartSlot { InRelatedBox: true } link && Links.FindBundle(link.Target) is { } bundle)
            {
                shown.Add(bundle);
            }
        }

        return shown;
    }
}
