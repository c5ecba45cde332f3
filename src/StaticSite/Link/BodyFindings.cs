using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>What is kept of a linked body until its page is rendered: the whole of all pages would not fit into memory.</summary>
/// <param name="Works">The ids of the listed works, in the order of their numbers.</param>
internal sealed record BodyFindings(
    ImmutableArray<string> Works,
    ImmutableArray<Ingredient> Shows,
    ImmutableArray<LinkedAsset> Assets,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public static BodyFindings Of(SitePage page, LinkedBody body) => new(
        [.. body.References.Select(entry => entry.Work.Id)],
        BodyIngredients.Of(page, body),
        body.Assets,
        body.Diagnostics);
}
