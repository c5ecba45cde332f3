using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>A page's slots, list of references and cover, resolved.</summary>
/// <param name="Targets">Parallel to <paramref name="Slots"/>.</param>
internal sealed record LinkedBody(
    ImmutableArray<Slot> Slots,
    ImmutableArray<Target> Targets,
    ImmutableArray<ReferenceListEntry> References,
    ImageTarget? Cover,
    ImmutableArray<LinkedAsset> Assets,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public static LinkedBody None { get; } = new([], [], [], null, [], []);
}

/// <summary>Resolves what stands in one page's text. It reads other pages' facts and never their bodies, so pages are linked side by side.</summary>
internal sealed class PageLinker(SiteIndex index, Lazy<Addresses> addresses, ReferenceSources sources)
{
    public LinkedBody Link(SitePage page)
    {
        var scope = new PageScope(page, page.Parsed.Details.Load(), index, addresses, ImmutableArray.CreateBuilder<Diagnostic>());
        var bibliography = Bibliography.Create(scope, sources);
        var links = new Links(scope, bibliography);
        var crossReferences = new CrossReferences(scope);
        var targets = ImmutableArray.CreateBuilder<Target>(scope.Details.Slots.Length);
        var citation = 0;
        foreach (var slot in scope.Details.Slots)
        {
            targets.Add(slot switch
            {
                LinkStartSlot link => links.Resolve(link),
                CitationSlot => bibliography.Citations[citation++],
                CrossReferenceSlot reference => crossReferences.Resolve(reference),
                ImageSlot image => Images.Resolve(image.File, image.Where, scope),
                _ => NoTarget.Instance,
            });
        }

        var cover = page.Facts.Cover is { } file ? Images.Resolve(file.Value, file.Where, scope) : null;
        return new(scope.Details.Slots, targets.MoveToImmutable(), bibliography.Entries, cover, [.. scope.Assets], scope.Diagnostics.ToImmutable());
    }
}
