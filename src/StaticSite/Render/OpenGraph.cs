using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>OpenGraph properties (ogp.me) for cards in messengers and social networks.</summary>
internal static class OpenGraph
{
    public static ImmutableArray<OpenGraphView> Of(Frame frame, LinkedPage page)
    {
        var properties = Common(frame, page.Page.Kind == BundleKind.Article ? "article" : "website", page.Meta.Title, page.Meta.Description, page.Url, page.Alternates);
        if (page.Cover is { File: AssetFile cover, Url: { } image })
        {
            properties.Add(new("og:image", frame.Absolute(image)));
            properties.Add(new("og:image:alt", page.Page.FrontMatter.CoverAlt ?? ""));
            if (cover is { Width: { } width, Height: { } height })
            {
                properties.Add(new("og:image:width", $"{width}"));
                properties.Add(new("og:image:height", $"{height}"));
            }
        }

        if (page.Page.Kind == BundleKind.Article && page.Meta.Date is { } date)
        {
            properties.Add(new("article:published_time", Dates.Iso(date)));
            properties.Add(new("article:modified_time", Dates.Iso(page.Meta.Updated ?? date)));
            if (page.Meta.Category is { } category)
            {
                properties.Add(new("article:section", frame.TermName(TermKind.Category, category)));
            }

            properties.AddRange(page.Meta.Tags.Select(tag => new OpenGraphView("article:tag", frame.TermName(TermKind.Tag, tag))));
        }

        return properties.ToImmutable();
    }

    public static ImmutableArray<OpenGraphView> Of(Frame frame, string title, string description, SiteUrl url, ImmutableArray<Alternate> alternates) =>
        Common(frame, "website", title, description, url, alternates).ToImmutable();

    private static ImmutableArray<OpenGraphView>.Builder Common(
        Frame frame, string type, string title, string description, SiteUrl url, ImmutableArray<Alternate> alternates)
    {
        var properties = ImmutableArray.CreateBuilder<OpenGraphView>();
        properties.Add(new("og:type", type));
        properties.Add(new("og:title", title));
        properties.Add(new("og:description", description));
        properties.Add(new("og:url", frame.Absolute(url)));
        properties.Add(new("og:site_name", frame.Site.Settings.Title.Find(frame.Code) ?? ""));
        properties.Add(new("og:locale", Locale(frame.Language)));
        properties.AddRange(alternates
            .Where(alternate => alternate.Language != frame.Language)
            .Select(alternate => new OpenGraphView("og:locale:alternate", Locale(alternate.Language))));
        return properties;
    }

    /// <summary>OpenGraph writes zh_CN where BCP 47 writes zh-CN.</summary>
    private static string Locale(LanguageInfo language) => language.Tag.Replace('-', '_');
}
