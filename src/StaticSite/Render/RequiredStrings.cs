using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The theme's words that pages need whatever its templates print: those of the renderer, and those that Markdown asks for.</summary>
internal static class RequiredStrings
{
    public static readonly ImmutableArray<string> Keys =
    [
        "articles", "back_to_text", "back_to_text_n", "box_caution", "box_important", "box_note", "box_related", "box_summary", "box_tip",
        "box_warning", "categories", "citation_label", "date_format", "description_articles", "description_category", "description_person",
        "description_tag", "description_terms", "figure", "footnote_back", "footnotes", "home", "not_found_text", "not_found_title",
        "other_language", "people", "redirect_title", "section", "table", "tags", "title_format", "title_page",
    ];

    public static IEnumerable<Diagnostic> FindMissing(SiteStrings strings) =>
        Keys.Where(key => !strings.Has(key)).Select(RenderDiagnostics.RequiredStringMissing);
}
