using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>
/// What should be read next? First what the front matter names, then the articles that are most like this one. Those are looked for when a page
/// is first asked about; safe to ask from many threads.
/// </summary>
internal sealed class Related
{
    private readonly SiteIndex _index;
    private readonly ImmutableArray<SitePage>[] _lists;
    private readonly Dictionary<PageId, Reading> _pages;
    private readonly Lazy<Similarity[]> _similarities;

    /// <param name="articles">Per language, newest first.</param>
    public Related(
        ImmutableArray<SitePage> pages,
        ImmutableDictionary<Language, ImmutableArray<SitePage>> articles,
        SiteIndex index,
        ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        _index = index;
        _lists = [.. articles.Values];
        _pages = pages.ToDictionary(page => page.Id, page => new Reading(HandPicked(page, diagnostics)));
        for (var list = 0; list < _lists.Length; list++)
        {
            for (var i = 0; i < _lists[list].Length; i++)
            {
                (_pages[_lists[list][i].Id].List, _pages[_lists[list][i].Id].Number) = (list, i);
            }
        }

        _similarities = new(CompareAll);
    }

    /// <summary>Does on all cores what the first question would need anyway.</summary>
    public void Prepare() => _ = _similarities.Value;

    public ImmutableArray<RelatedLink> Of(PageId id)
    {
        var page = _pages[id];
        if (page.Found is not { } found)
        {
            // Two threads that ask at once find the same.
            page.Found = found = [.. page.Picked, .. Similar(page)];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    private Similarity[] CompareAll()
    {
        var similarities = new Similarity[_lists.Length];
        Parallel.For(0, similarities.Length, list => similarities[list] = new(_lists[list]));
        return similarities;
    }

    private IEnumerable<RelatedLink> Similar(Reading page)
    {
        var wanted = _index.Settings.Related - page.Picked.Length;
        if (page.List is not { } list || wanted <= 0)
        {
            return [];
        }

        var articles = _lists[list];
        var shown = Shown(articles[page.Number], page.Picked);
        return _similarities.Value[list]
            .Rank(page.Number, other => shown.Count == 0 || !shown.Contains(articles[other].Id.Bundle), wanted)
            .Select(other => new RelatedLink(articles[other].Summary, null, null, null));
    }

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

    /// <summary>What is known of one page.</summary>
    private sealed class Reading(ImmutableArray<RelatedLink> picked)
    {
        public ImmutableArray<RelatedLink> Picked => picked;

        /// <summary>The list of the language's articles; null for a page that is none.</summary>
        public int? List { get; set; }

        /// <summary>Its place in that list.</summary>
        public int Number { get; set; }

        /// <summary>Null until somebody asks.</summary>
        public RelatedLink[]? Found { get; set; }
    }
}
