using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The names of categories and tags. An id that site.yml does not name serves as its name (Link has warned).</summary>
internal static class Terms
{
    public static string Name(LinkedSite site, TermKind kind, string id, Language language)
    {
        var terms = kind == TermKind.Category ? site.Settings.Categories : site.Settings.Tags;
        return terms.FirstOrDefault(term => term.Id == id)?.Name.Find(language) ?? id;
    }
}
