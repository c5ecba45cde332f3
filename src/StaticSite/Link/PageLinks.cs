using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>One page and all that links it to the rest of the site; its body is linked when it is first asked for.</summary>
internal sealed class PageLinks
{
    private readonly PublishedFacts _page;
    private readonly SiteFacts _site;
    private readonly PageLinker _linker;
    private readonly PageIngredients _ingredients;
    private readonly Lazy<BodyFindings> _findings;

    public PageLinks(PublishedFacts page, SiteFacts site, SiteIndex index, PageLinker linker, PageIngredients ingredients)
    {
        (_page, _site, _linker, _ingredients) = (page, site, linker, ingredients);
        _findings = new(() => BodyFindings.Of(Page, linker.Link(Page)));
        Entry = new(page.Outline.Summary, page.Outline.Meta, page.Outline.IsInSitemap, index.Alternates(Page.Id.Bundle), () => Page.Parsed, Shows, Link);
    }

    public SitePage Page => _page.Page;

    public PageEntry Entry { get; }

    /// <summary>What is known of the body without keeping it.</summary>
    public BodyFindings Findings => _findings.Value;

    public ImmutableArray<Ingredient> Shows() => _ingredients.Of(Linked(LinkedBody.None), Page, Findings);

    public LinkedPage Link() => Linked(_linker.Link(Page));

    private LinkedPage Linked(LinkedBody body) => new(
        Page.Parsed,
        _page.Outline.Meta,
        Page.Url,
        Entry.Alternates,
        body.Targets,
        body.References,
        Related.Of(Page, _page.Picked, _site.Settings, _site.Similar),
        _site.Neighbours.Of(Page.Id).Previous,
        _site.Neighbours.Of(Page.Id).Next,
        body.Cover)
    {
        Outdated = _page.Outdated,
    };
}
