using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What does the body of a page show that is not its own text?</summary>
internal static class BodyIngredients
{
    public static ImmutableArray<Ingredient> Of(SitePage page, LinkedBody body)
    {
        var shows = ImmutableArray.CreateBuilder<Ingredient>();
        for (var i = 0; i < body.Targets.Length; i++)
        {
            if (Find(body.Slots[i], body.Targets[i]) is { } ingredient)
            {
                shows.Add(ingredient);
            }
        }

        if (page.Facts.Cover is { } cover && body.Cover is { } picture)
        {
            shows.Add(Figure(cover.Value, picture));
        }

        if (!body.References.IsEmpty)
        {
            shows.Add(References(page, body));
        }

        return shows.ToImmutable();
    }

    private static Ingredient? Find(Slot slot, Target target) => (slot, target) switch
    {
        (LinkStartSlot start, LinkTarget link) => Link(start, link),
        (ImageSlot image, ImageTarget picture) => Figure(image.File, picture),
        _ => null,
    };

    private static Ingredient Link(LinkStartSlot slot, LinkTarget target)
    {
        var shown = DigestBuilder.Start().Add(target.Url).Add(slot.IsEmpty ? target.Title : null).Add(target.OtherLanguage?.Tag).Add(target.OtherLanguage?.Name);
        return new(IngredientKind.Link, target.SourcePath ?? slot.Target, shown.Finish());
    }

    private static Ingredient Figure(string written, ImageTarget target) => target.File switch
    {
        SvgFile svg => new(IngredientKind.Figure, svg.Path, svg.Source),
        AssetFile asset => new(IngredientKind.Figure, asset.Path, DigestBuilder.Start().Add(target.Url?.Path).Add(asset.Width).Add(asset.Height).Finish()),
        _ => new(IngredientKind.Figure, written, default),
    };

    /// <summary>Numbers and anchors follow from the text, and from which works are listed.</summary>
    private static Ingredient References(SitePage page, LinkedBody body)
    {
        var shown = DigestBuilder.Start();
        foreach (var entry in body.References)
        {
            shown.Add(entry.Id).Add(entry.Work.Digest);
        }

        var file = page.Facts.Bundle.References.Path ?? page.Parsed.Path;
        return new(IngredientKind.References, file, shown.Finish());
    }
}
