using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which pages does this build publish?</summary>
internal static class Visibility
{
    public static ImmutableArray<PageFacts> Choose(ImmutableArray<PageFacts> pages, BuildOptions options) =>
        [.. pages.Where(page => IsVisible(page, options))];

    private static bool IsVisible(PageFacts page, BuildOptions options)
    {
        if (page.FrontMatter.Draft && !options.Drafts)
        {
            return false;
        }

        return options.Future || page.Date is not { } date || date.Value.Instant <= options.Now;
    }
}
