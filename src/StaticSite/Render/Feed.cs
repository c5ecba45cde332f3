using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>One Atom feed (RFC 4287) per language: the newest articles, with their summaries.</summary>
internal static class Feed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Render(LinkedSite site, LanguageInfo language, ImmutableArray<PageEntry> newest)
    {
        var url = SiteAddresses.Feed(language.Language);
        var categories = Terms.Names(site.Settings.Categories, language.Language);
        return XmlOutput.Create(xml =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, language.Tag);
            Write(xml, "id", Absolute(site, SiteAddresses.Home(language.Language)));
            Write(xml, "title", site.Settings.Title.Find(language.Language) ?? "");
            if (site.Settings.Tagline?.Find(language.Language) is { } tagline)
            {
                Write(xml, "subtitle", tagline);
            }

            Write(xml, "updated", Updated(site, newest));
            WriteLink(xml, "self", "application/atom+xml", Absolute(site, url), null);
            WriteLink(xml, "alternate", "text/html", Absolute(site, SiteAddresses.Home(language.Language)), language.Tag);
            xml.WriteStartElement("author", Atom);
            Write(xml, "name", site.Settings.Publisher.Name.Find(language.Language) ?? "");
            xml.WriteEndElement();
            foreach (var page in newest)
            {
                WriteEntry(xml, site, page, language, page.Meta.Category is { } id ? categories.GetValueOrDefault(id, id) : null);
            }

            xml.WriteEndElement();
        });
    }

    private static void WriteEntry(XmlWriter xml, LinkedSite site, PageEntry page, LanguageInfo language, string? categoryName)
    {
        var url = Absolute(site, page.Url);
        xml.WriteStartElement("entry", Atom);
        Write(xml, "id", url);
        Write(xml, "title", page.Meta.Title);
        WriteLink(xml, "alternate", "text/html", url, language.Tag);
        foreach (var alternate in page.Alternates.Where(alternate => alternate.Language != language))
        {
            WriteLink(xml, "alternate", "text/html", Absolute(site, alternate.Url), alternate.Language.Tag);
        }

        if (page.Meta.Date is { } date)
        {
            Write(xml, "published", Timestamp(date.Instant));
            Write(xml, "updated", Timestamp((page.Meta.Updated ?? date).Instant));
        }

        foreach (var author in page.Meta.Authors)
        {
            xml.WriteStartElement("author", Atom);
            Write(xml, "name", People.Name(site, author, language.Language));
            xml.WriteEndElement();
        }

        if (page.Meta.Category is { } category)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", category);
            xml.WriteAttributeString("label", categoryName);
            xml.WriteEndElement();
        }

        Write(xml, "summary", page.Meta.Description);
        xml.WriteEndElement();
    }

    /// <summary>A feed without entries was last changed when the site was launched: the clock would make every build differ.</summary>
    private static string Updated(LinkedSite site, ImmutableArray<PageEntry> newest)
    {
        var launched = (site.Settings.Launched ?? new DateOnly(1970, 1, 1)).ToDateTime(TimeOnly.MinValue);
        var latest = newest.Select(page => (page.Meta.Updated ?? page.Meta.Date)?.Instant)
            .OfType<DateTimeOffset>()
            .DefaultIfEmpty(new DateTimeOffset(launched, site.Settings.TimeZone.GetUtcOffset(launched)))
            .Max();
        return Timestamp(latest);
    }

    private static string Timestamp(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Absolute(LinkedSite site, SiteUrl url) => AbsoluteUrl.Of(site, url);

    private static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    private static void WriteLink(XmlWriter xml, string relation, string type, string url, string? hreflang)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        if (hreflang is not null)
        {
            xml.WriteAttributeString("hreflang", hreflang);
        }

        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }
}
