using System.Collections.Immutable;
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
        var citations = page.Targets.OfType<CitationTarget>().ToArray();
        if (citations.Length == 0 && page.References.IsEmpty)
        {
            return s_none;
        }

        // Ids of the page, because works given in place may have no key.
        var items = page.References.Select(entry => entry.Item with { Id = entry.Id }).ToArray();
        var document = styles.For(page).Format(items, [.. citations.Select(citation => Cluster(page, citation))]);
        var listed = page.References.ToDictionary(entry => entry.Id);
        var entries = document.Bibliography!.Entries;
        return new(
            document.Citations,
            [.. entries.Select(entry => Entry(frame, listed[entry.Id], entry))],
            entries.Any(entry => entry.Html != entry.HtmlWithoutNumber));
    }

    private static CiteCluster Cluster(LinkedPage page, CitationTarget citation) =>
        new([.. citation.Cites.Select(resolved => Cite(page, resolved))]);

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

    private static ReferenceView Entry(Frame frame, ReferenceListEntry listed, BibliographyEntry entry) => new(
        entry.Number,
        listed.Id,
        EntryHtml.Of(listed.Item, entry, frame.Language.Tag),
        [
            .. listed.Anchors.Select((anchor, index) => new BackLinkView(
                "#" + anchor,
                listed.Anchors.Length > 1 ? Letters(index) : "",
                listed.Anchors.Length > 1 ? frame.Phrase("back_to_text_n", index + 1) : frame.Phrase("back_to_text"))),
        ]);

    /// <summary>a, b … z, aa, ab …</summary>
    private static string Letters(int index) =>
        index < 26 ? ((char)('a' + index)).ToString() : Letters(index / 26 - 1) + Letters(index % 26);
}
