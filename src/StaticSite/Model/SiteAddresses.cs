namespace StaticSite.Model;

/// <summary>The addresses that follow from a language alone; those of pages and terms are decided in Link.</summary>
public static class SiteAddresses
{
    public static SiteUrl Root { get; } = new("/");
    public static SiteUrl Sitemap { get; } = new("/sitemap.xml");
    public static SiteUrl Robots { get; } = new("/robots.txt");
    public static SiteUrl RootNotFound { get; } = new("/404.html");

    public static SiteUrl Home(Language language) => new($"/{language}/");

    public static SiteUrl Articles(Language language) => new($"/{language}/articles/");

    public static SiteUrl TermIndex(Language language, TermKind kind) => new($"/{language}/{Folder(kind)}/");

    public static SiteUrl Term(Language language, TermKind kind, string id) => new($"/{language}/{Folder(kind)}/{id}/");

    public static SiteUrl Feed(Language language) => new($"/{language}/feed.xml");

    public static SiteUrl NotFound(Language language) => new($"/{language}/404.html");

    /// <summary>Page <paramref name="number"/> of a list; the first is the list's own address.</summary>
    public static SiteUrl ListPage(SiteUrl list, int number) =>
        number == 1 ? list : new($"{list.Path}page/{number}/");

    private static string Folder(TermKind kind) => kind switch
    {
        TermKind.Category => "categories",
        TermKind.Tag => "tags",
        _ => "people",
    };
}
