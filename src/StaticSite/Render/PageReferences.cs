using System.Collections.Immutable;
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
        var clusters = Clusters(page);
        if (clusters.Count == 0 && page.References.IsEmpty)
        {
            return s_none;
        }

        var items = new Item[page.References.Length];
        var listed = new Dictionary<string, ReferenceListEntry>(items.Length, StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            // Ids of the page, because works given in place may have no key.
            items[i] = page.References[i].Work.Item with { Id = page.References[i].Id };
            listed.Add(page.References[i].Id, page.References[i]);
        }

        var document = styles.For(page).Format(items, clusters, EntryForms.WithoutNumber);
        var views = ImmutableArray.CreateBuilder<ReferenceView>(items.Length);
        var areNumbered = false;
        foreach (var entry in document.Bibliography!.Entries)
        {
            views.Add(Entry(frame, listed[entry.Id], entry));
            areNumbered |= entry.HasNumber;
        }

        return new(document.Citations, views.DrainToImmutable(), areNumbered);
    }

    private static List<CiteCluster> Clusters(LinkedPage page)
    {
        var clusters = new List<CiteCluster>(page.Targets.Length);
        foreach (var target in page.Targets)
        {
            if (target is CitationTarget citation)
            {
                clusters.Add(Cluster(page, citation));
            }
        }

        return clusters;
    }

    private static CiteCluster Cluster(LinkedPage page, CitationTarget citation)
    {
        var cites = new CslCite[citation.Cites.Length];
        for (var i = 0; i < cites.Length; i++)
        {
            cites[i] = Cite(page, citation.Cites[i]);
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(cites));
    }

    private static CslCite Cite(LinkedPage page, ResolvedCite resolved)
    {
        var (label, locator) = CiteLocator.Split(resolved.Cite.Locator);
        return new(resolved.Number is { } number ? page.References[number - 1].Id : resolved.Cite.Key)
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
        var links = ImmutableArray.CreateBuilder<BackLinkView>(listed.Anchors.Length);
        var isOnly = listed.Anchors.Length == 1;
        for (var i = 0; i < listed.Anchors.Length; i++)
        {
            links.Add(new(
                "#" + listed.Anchors[i],
                isOnly ? "" : Letters(i),
                isOnly ? frame.Phrase("back_to_text") : frame.Phrase("back_to_text_n", i + 1)));
        }

        return new(entry.Number, listed.Id, EntryHtml.Of(listed.Work.Item, entry, frame.Language.Tag), links.MoveToImmutable());
    }

    /// <summary>a, b … z, aa, ab …</summary>
    private static string Letters(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : Letters(index / 26 - 1) + Letters(index % 26);
}
