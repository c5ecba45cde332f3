using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The citation_* meta elements by which reference managers and Google Scholar know the page. What it cites stands in its JSON-LD.</summary>
internal static class CitationMeta
{
    public static ImmutableArray<MetaView> Of(Frame frame, LinkedPage page)
    {
        var metas = ImmutableArray.CreateBuilder<MetaView>();
        metas.Add(new("citation_title", page.Meta.Title));
        metas.AddRange(page.Meta.Authors.Select(author => new MetaView("citation_author", People.Name(frame.Site, author, frame.Code))));
        if (page.Meta.Date is { } date)
        {
            metas.Add(new("citation_publication_date", date.Instant.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)));
        }

        metas.Add(new("citation_publisher", frame.Site.Settings.Publisher.Name.Find(frame.Code) ?? ""));
        metas.Add(new("citation_language", frame.Language.Tag));
        metas.Add(new("citation_public_url", frame.Absolute(page.Url)));
        return metas.ToImmutable();
    }
}
