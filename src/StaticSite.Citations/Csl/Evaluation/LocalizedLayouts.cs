using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>A layout with the words of its language.</summary>
/// <param name="Context">Of a work that nothing special is asked of.</param>
internal sealed record LocalizedLayout(Layout Layout, CiteContext Context)
{
    public MergedLocale Locale => Context.Locale;
}

/// <summary>The layouts of a citation or bibliography; a language is not loaded before an item asks for it.</summary>
internal sealed class LocalizedLayouts(Area area, Func<Layout, MergedLocale> localeOf)
{
    private readonly LocalizedLayout?[] _known = new LocalizedLayout?[area.Layouts.Length];

    public LocalizedLayout For(Item item)
    {
        var index = Layouts.IndexFor(area, item);
        return _known[index] ??= new(area.Layouts[index], new(area, localeOf(area.Layouts[index])));
    }
}
