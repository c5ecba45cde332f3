using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>The citation_* meta elements that reference managers and Google Scholar read.</summary>
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
        var pairs = new StringBuilder(512);
        foreach (var entry in page.References)
        {
            metas.Add(new("citation_reference", Reference(entry.Work.Item, pairs.Clear())));
        }

        return metas.ToImmutable();
    }

    /// <summary>One cited work in the form that Google Scholar documents: <c>name=value</c> pairs, or the text as it stands.</summary>
    /// <param name="pairs">Empty, for the pairs to be put together in.</param>
    private static string Reference(Item item, StringBuilder pairs)
    {
        if (item.PlainText is { } text)
        {
            return text;
        }

        Add("citation_title", item.Field("title"));
        foreach (var name in item.Names.GetValueOrDefault("author", []))
        {
            Add("citation_author", CitedWork.FullName(name));
        }

        Add("citation_journal_title", item.Field("container-title"));
        Add("citation_publication_date", item.Dates.GetValueOrDefault("issued")?.Year?.ToString("0000", CultureInfo.InvariantCulture));
        Add("citation_volume", item.Field("volume"));
        Add("citation_issue", item.Field("issue"));
        Add("citation_doi", item.Field("DOI"));
        Add("citation_pmid", item.Field("PMID"));
        return pairs.ToString();

        // The separator cannot be escaped in this form.
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                pairs.Append(pairs.Length > 0 ? "; " : "").Append(name).Append('=').Append(value.Replace(';', ','));
            }
        }
    }
}
