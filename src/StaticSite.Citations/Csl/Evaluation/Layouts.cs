using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>Which of a style's layouts serves an item (CSL-M): that of its language, else the one without a locale.</summary>
internal static class Layouts
{
    public static Layout For(Area area, Item item) => area.Layouts[IndexFor(area, item)];

    public static int IndexFor(Area area, Item item)
    {
        if (area.Layouts.Length == 1)
        {
            return 0;
        }

        var language = ItemLanguage.Of(item);
        var fallback = -1;
        for (var i = 0; i < area.Layouts.Length; i++)
        {
            var layout = area.Layouts[i];
            if (layout.Tags.IsEmpty)
            {
                fallback = fallback < 0 ? i : fallback;
            }
            else if (language is not null && Serves(layout, language))
            {
                return i;
            }
        }

        return fallback < 0 ? area.Layouts.Length - 1 : fallback;
    }

    /// <summary><c>zh</c> serves <c>zh-CN</c>; <c>zh-TW</c> serves only itself.</summary>
    private static bool Serves(Layout layout, string language)
    {
        foreach (var tag in layout.Tags)
        {
            if (tag == language || (!tag.Contains('-', StringComparison.Ordinal) && LanguageTag.IsOf(language, tag)))
            {
                return true;
            }
        }

        return false;
    }
}
