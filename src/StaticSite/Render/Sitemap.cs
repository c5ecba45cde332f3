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

    public static ImmutableArray<(SiteUrl Url, Func<Digest> Shows, Func<byte[]> Render)> Render(LinkedSite site, IReadOnlyList<SitemapEntry> entries, int maximum = MaximumEntries)
    {
        if (entries.Count <= maximum)
        {
            return [(SiteAddresses.Sitemap, () => Shows(entries), () => RenderPart(site, entries))];
        }

        var parts = entries.Chunk(maximum)
            .Select((part, index) => (Url: new SiteUrl($"/sitemap-{index + 1}.xml"), Entries: part))
            .ToArray();
        return
        [
            .. parts.Select(part => (part.Url, (Func<Digest>)(() => Shows(part.Entries)), (Func<byte[]>)(() => RenderPart(site, part.Entries)))),
            (SiteAddresses.Sitemap, () => DigestBuilder.Start().Add(parts.Length).Finish(), () => RenderIndex(site, parts.Select(part => part.Url))),
        ];
    }

    private static byte[] RenderIndex(LinkedSite site, IEnumerable<SiteUrl> parts) =>
        XmlOutput.Create(xml =>
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var url in parts)
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, AbsoluteUrl.Of(site, url));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });

    private static Digest Shows(IReadOnlyList<SitemapEntry> entries)
    {
        var shown = DigestBuilder.Start();
        foreach (var entry in entries)
        {
            shown.Add(entry.Url.Path).Add(entry.Changed?.Ticks ?? 0).Add(entry.Default?.Path).Add(entry.Alternates.Length);
            foreach (var alternate in entry.Alternates)
            {
                shown.Add(alternate.Language.Tag).Add(alternate.Url.Path);
            }
        }

        return shown.Finish();
    }

    private static byte[] RenderPart(LinkedSite site, IReadOnlyList<SitemapEntry> entries) =>
        XmlOutput.Create(xml =>
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
