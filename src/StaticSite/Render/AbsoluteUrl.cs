using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>Addresses for what is read outside the site: canonical links, feeds, sitemaps, JSON-LD.</summary>
internal static class AbsoluteUrl
{
    public static string Of(LinkedSite site, SiteUrl url) =>
        site.Settings.BaseUrl.GetLeftPart(UriPartial.Authority) + url.Escaped;
}
