using System.Globalization;

namespace StaticSite.Model;

/// <summary>Where everything of the site stands. Link keeps these addresses free of each other, Render prints them.</summary>
internal static class SiteAddresses
{
    public static SiteUrl Root { get; } = new("/");
    public static SiteUrl Sitemap { get; } = new("/sitemap.xml");
    public static SiteUrl Robots { get; } = new("/robots.txt");
    public static SiteUrl NotFound { get; } = new("/404.html");

    public static SiteUrl Home(Language language) => new($"/{language}/");

    public static SiteUrl Feed(Language language) => new($"/{language}/feed.xml");

    public static SiteUrl NotFoundIn(Language language) => new($"/{language}/404.html");

    /// <summary>The list of all articles, its first page.</summary>
    public static SiteUrl Articles(Language language) => new($"/{language}/articles/");

    /// <summary>The list of all categories, tags or people.</summary>
    public static SiteUrl Terms(TermKind kind, Language language) => new($"/{language}/{Folder(kind)}/");

    public static SiteUrl Term(TermKind kind, string id, Language language) => new($"/{language}/{Folder(kind)}/{id}/");

    public static SiteUrl Page(BundleKind kind, string slug, Language language) =>
        new(kind == BundleKind.Article ? $"/{language}/articles/{slug}/" : $"/{language}/{slug}/");

    /// <summary>The address of the one-based <paramref name="number"/>th page of the list at <paramref name="first"/>.</summary>
    public static SiteUrl ListPage(SiteUrl first, int number) =>
        number == 1 ? first : new(first.Path + "page/" + number.ToString(CultureInfo.InvariantCulture) + "/");

    /// <summary>How many pages a list has; an empty one has one.</summary>
    public static int PageCount(int articles, int pageSize) => Math.Max(1, (articles + pageSize - 1) / pageSize);

    private static string Folder(TermKind kind) => kind switch
    {
        TermKind.Category => "categories",
        TermKind.Tag => "tags",
        _ => "people",
    };
}
