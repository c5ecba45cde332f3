using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using StaticSite.Citations;
using StaticSite.Citations.Csl;
using StaticSite.Model;
using StaticSite.Render.Views;
using CslCite = StaticSite.Citations.Csl.Cite;
using CslCiteMode = StaticSite.Citations.Csl.CiteMode;

namespace StaticSite.Render;

/// <summary>A page's citations and list as its citation style prints them.</summary>
/// <param name="Citations">In the order of the body's citation slots.</param>
/// <param name="Entries">In the order of the style.</param>
/// <param name="AreNumbered">The style numbers its entries.</param>
internal sealed record PageReferences(ImmutableArray<FormattedCitation> Citations, ImmutableArray<ReferenceView> Entries, bool AreNumbered)
{
    private static readonly PageReferences s_none = new([], [], AreNumbered: false);

    /// <summary>The page is formatted as a whole: what one citation prints depends on the others.</summary>
    public static PageReferences Format(Frame frame, LinkedPage page, CitationStyles styles)
    {
        if (page.References.IsEmpty && !page.Targets.Any(target => target is CitationTarget))
        {
            return s_none;
        }

        var items = new Item[page.References.Length];
        for (var i = 0; i < items.Length; i++)
        {
            // A work given in place may have no key. No other's has a space.
            var item = page.References[i].Work.Item;
            items[i] = item.Id.Length > 0 ? item : item with { Id = " " + page.References[i].Id };
        }

        var document = styles.For(page).Format(items, Clusters(page, items), EntryForms.WithoutNumber);
        var views = ImmutableArray.CreateBuilder<ReferenceView>(items.Length);
        var areNumbered = false;
        foreach (var entry in document.Bibliography!.Entries)
        {
            views.Add(Entry(frame, page.References[entry.Index], entry));
            areNumbered |= entry.HasNumber;
        }

        return new(document.Citations, views.DrainToImmutable(), areNumbered);
    }

    private static List<CiteCluster> Clusters(LinkedPage page, Item[] items)
    {
        var clusters = new List<CiteCluster>(page.Targets.Length);
        foreach (var target in page.Targets)
        {
            if (target is CitationTarget citation)
            {
                clusters.Add(Cluster(citation, items));
            }
        }

        return clusters;
    }

    private static CiteCluster Cluster(CitationTarget citation, Item[] items)
    {
        var cites = new CslCite[citation.Cites.Length];
        for (var i = 0; i < cites.Length; i++)
        {
            cites[i] = Cite(citation.Cites[i], items);
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(cites));
    }

    private static CslCite Cite(ResolvedCite resolved, Item[] items)
    {
        var (label, locator) = CiteLocator.Split(resolved.Cite.Locator);
        return new(resolved.Number is { } number ? items[number - 1].Id : resolved.Cite.Key)
        {
            Mode = resolved.Cite.Mode switch
            {
                Model.CiteMode.InText => CslCiteMode.InText,
                Model.CiteMode.SuppressAuthor => CslCiteMode.SuppressAuthor,
                _ => CslCiteMode.Normal,
            },
            Prefix = resolved.Cite.Prefix.Length > 0 ? resolved.Cite.Prefix + " " : "",
            Suffix = resolved.Cite.Suffix,
            Locator = locator,
            LocatorLabel = label,
        };
    }

    private static ReferenceView Entry(Frame frame, ReferenceListEntry listed, BibliographyEntry entry)
    {
        var links = new BackLinkView[listed.Anchors.Length];
        for (var i = 0; i < links.Length; i++)
        {
            var anchor = listed.Anchors[i];
            links[i] = new(
                string.Create(CultureInfo.InvariantCulture, $"#{anchor.Start}{anchor.Place}"),
                links.Length == 1 ? "" : Letters(i),
                links.Length == 1 ? frame.BackToText : frame.BackToPlace.For(i + 1));
        }

        return new(entry.Number, listed.Id, EntryHtml.Of(listed.Work.Item, entry, frame.Language.Tag), ImmutableCollectionsMarshal.AsImmutableArray(links));
    }

    /// <summary>a, b … z, aa, ab …</summary>
    private static string Letters(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : Letters(index / 26 - 1) + Letters(index % 26);
}
