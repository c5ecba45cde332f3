using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>Which of a style's layouts serves an item (CSL-M): that of its language, else the one without a locale.</summary>
internal static class Layouts
{
    public static Layout For(Area area, Item item)
    {
        if (area.Layouts.Length == 1)
        {
            return area.Layouts[0];
        }

        var language = ItemLanguage.Of(item);
        Layout? fallback = null;
        foreach (var layout in area.Layouts)
        {
            if (layout.Locales.IsEmpty)
            {
                fallback ??= layout;
            }
            else if (language is not null && layout.Locales.Any(locale => Serves(locale, language)))
            {
                return layout;
            }
        }

        return fallback ?? area.Layouts[^1];
    }

    /// <summary><c>zh</c> serves <c>zh-CN</c>; <c>zh-TW</c> serves only itself.</summary>
    public static bool Serves(string locale, string language) =>
        LanguageTag.Normalize(locale) is var tag && (tag == language || (tag == LanguageTag.Primary(tag) && tag == LanguageTag.Primary(language)));
}
