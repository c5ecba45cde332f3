using StaticSite.Render.Views;

namespace StaticSite.Tests.Render;

/// <summary>Views with as little in them as they can have.</summary>
internal static class TemplatesViews
{
    public static DocumentView Document(string title = "") => new(
        "page",
        new HeadView("en", title, title, "", null, true, [], [], [], null, null, null),
        new SiteView("Site", "", "/en/", "/en/feed.xml", "https://example.org", new("Publisher", null, null, null, null, null, null, null, null), [], [], null, "2026"),
        []);

    public static DocumentView Page(Func<PageView, PageView> change) => Document() with
    {
        Page = change(new(
            false, "Title", "", "", [], null, [], [], [], null, null, null, 0, null, [], [], false, false, [], [], null, null, null, null, null, false, false)),
    };
}
