using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>An address for the sitemap with its translations, itself included.</summary>
internal sealed record SitemapEntry(SiteUrl Url, DateTimeOffset? Changed, ImmutableArray<Alternate> Alternates, SiteUrl? Default);

/// <summary>The sitemap (sitemaps.org 0.9) with hreflang alternates; past the protocol's limit an index over parts.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>The protocol's limit of addresses in one file.</summary>
    public const int MaximumEntries = 50_000;

    public static ImmutableArray<OutputFile> Render(LinkedSite site, IReadOnlyList<SitemapEntry> entries, int maximum = MaximumEntries)
    {
        if (entries.Count <= maximum)
        {
            return [RenderPart(site, SiteAddresses.Sitemap, entries)];
        }

        var parts = entries.Chunk(maximum)
            .Select((part, index) => (Url: new SiteUrl($"/sitemap-{index + 1}.xml"), Entries: part))
            .ToArray();
        var list = XmlOutput.Create(SiteAddresses.Sitemap, OutputKind.List, xml =>
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var (url, _) in parts)
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, AbsoluteUrl.Of(site, url));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
        return [.. parts.Select(part => RenderPart(site, part.Url, part.Entries)), list];
    }

    private static OutputFile RenderPart(LinkedSite site, SiteUrl url, IReadOnlyList<SitemapEntry> entries) =>
        XmlOutput.Create(url, OutputKind.List, xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var entry in entries)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, AbsoluteUrl.Of(site, entry.Url));
                if (entry.Changed is { } changed)
                {
                    xml.WriteElementString("lastmod", Namespace, changed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                }

                foreach (var alternate in entry.Alternates.Length > 1 ? entry.Alternates : [])
                {
                    WriteAlternate(alternate.Language.Tag, alternate.Url);
                }

                if (entry is { Alternates.Length: > 1, Default: { } fallback })
                {
                    WriteAlternate("x-default", fallback);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();

            void WriteAlternate(string hreflang, SiteUrl target)
            {
                xml.WriteStartElement("link", Xhtml);
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", hreflang);
                xml.WriteAttributeString("href", AbsoluteUrl.Of(site, target));
                xml.WriteEndElement();
            }
        });
}
