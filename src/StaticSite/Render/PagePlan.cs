using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>What decides about the bytes of a Markdown page: all that it shows of the site, and how it is shown.</summary>
internal sealed class PagePlan(ThemeIngredients theme, CitationStyles styles, DateTimeOffset now)
{
    public ImmutableArray<Ingredient> Shows(PageEntry page)
    {
        var language = page.Id.Language;
        var isFuture = page.Meta.Date is { } date && date.Instant > now;
        return
        [
            .. page.Shows,
            styles.Ingredient(page),
            .. isFuture ? [new Ingredient(IngredientKind.Clock, page.Summary.SourcePath, default)] : ImmutableArray<Ingredient>.Empty,
            .. theme.Of(PageDocument.Template(page.Summary.Kind), language),
        ];
    }
}
