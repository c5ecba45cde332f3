using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>One page and all that links it to the rest of the site; its body is linked when it is first asked for.</summary>
internal sealed class PageLinks
{
    private readonly SiteFacts _site;
    private readonly SiteIndex _index;
    private readonly PageLinker _linker;
    private readonly PageIngredients _ingredients;
    private readonly PageMeta _meta;
    private readonly SourceRevision? _outdated;
    private readonly Lazy<BodyFindings> _findings;

    public PageLinks(SitePage page, PageMeta meta, SourceRevision? outdated, SiteFacts site, SiteIndex index, PageLinker linker, PageIngredients ingredients)
    {
        (Page, _meta, _outdated, _site, _index, _linker, _ingredients) = (page, meta, outdated, site, index, linker, ingredients);
        _findings = new(() => BodyFindings.Of(page, linker.Link(page)));
        Entry = new(page.Parsed, meta, page.Url, index.Alternates(page.Id.Bundle), Shows, () => Linked(linker.Link(page)));
    }

    public SitePage Page { get; }

    public PageEntry Entry { get; }

    /// <summary>What is known of the body without keeping it.</summary>
    public BodyFindings Findings => _findings.Value;

    private ImmutableArray<Ingredient> Shows() => _ingredients.Of(Linked(LinkedBody.None), Page, Findings);

    private LinkedPage Linked(LinkedBody body) => new(
        Page.Parsed,
        _meta,
        Page.Url,
        Entry.Alternates,
        body.Targets,
        body.References,
        _site.Related.Of(Page.Id),
        _site.Neighbours.Of(Page.Id).Previous,
        _site.Neighbours.Of(Page.Id).Next,
        body.Cover)
    {
        Outdated = _outdated,
    };
}
