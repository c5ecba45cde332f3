using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Citations.Csl;
using StaticSite.Citations.Formats.BibTex;
using StaticSite.Citations.Formats.Ris;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>How others cite an article: as its own citation style prints it, and for reference managers.</summary>
internal static class PageCitation
{
    public static CitationView Create(Frame frame, LinkedPage page, CitationStyles styles)
    {
        var item = Item(frame, page);
        var entry = styles.For(page).Format([item], [], EntryForms.WithoutNumber).Bibliography!.Entries[0];
        return new CitationView(
            EntryHtml.Of(item, entry, frame.Language.Tag),
            BibTexWriter.Write(item).Trim(),
            RisWriter.Write(item).ReplaceLineEndings("\n").Trim());
    }

    private static Item Item(Frame frame, LinkedPage page)
    {
        var settings = frame.Site.Settings;
        return new Item(page.Page.Id.Bundle.Value, "webpage")
        {
            Language = frame.Language.Tag,
            Fields = ItemVariables.Of<string>(
            [
                new("URL", AbsoluteUrl.Of(frame.Site, page.Url)),
                new("container-title", settings.Title.Find(frame.Code) ?? ""),
                new("publisher", settings.Publisher.Name.Find(frame.Code) ?? ""),
                new("title", page.Meta.Title),
            ]),
            Names = ItemVariables.Empty<ImmutableArray<Name>>().SetItem("author", [.. page.Meta.Authors.Select(author => new Name(null, null, People.Name(frame.Site, author, frame.Code)))]),
            Dates = page.Meta.Date is { } date ? ItemVariables.Empty<ItemDate>().SetItem("issued", Day(date)) : ItemVariables.Empty<ItemDate>(),
        };
    }

    private static ItemDate Day(PublicationDate date) => new([[date.Instant.Year, date.Instant.Month, date.Instant.Day]]);
}
