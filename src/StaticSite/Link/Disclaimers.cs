using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which disclaimers must a page carry, and do they exist in its language?</summary>
internal sealed class Disclaimers(SiteSettings settings, SiteData data)
{
    private readonly ILookup<string, Located<string>> _ofCategories = settings.Categories
        .SelectMany(category => category.Disclaimers.Select(disclaimer => (category.Id, disclaimer)))
        .ToLookup(one => one.Id, one => one.disclaimer, StringComparer.Ordinal);

    private readonly NearNames _names = new(data.Disclaimers.Keys);

    /// <summary>What site.yml demands must exist, whether a page asks for it or not.</summary>
    public void CheckSettings(ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var demanded in settings.Disclaimers.Concat(_ofCategories.SelectMany(category => category)))
        {
            CheckExists(demanded, diagnostics);
        }
    }

    /// <summary>The site's, the category's and the page's own, in this order and each once; those without a text in the page's language are reported.</summary>
    public ImmutableArray<string> Resolve(PageFacts page, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var own in page.Disclaimers)
        {
            CheckExists(own, diagnostics);
        }

        var carried = ImmutableArray.CreateBuilder<string>();
        foreach (var demanded in Demanded(page).DistinctBy(one => one.Value, StringComparer.Ordinal))
        {
            if (!data.Disclaimers.TryGetValue(demanded.Value, out var disclaimer))
            {
                continue;
            }

            if (disclaimer.Html.ContainsKey(page.Language))
            {
                carried.Add(demanded.Value);
            }
            else
            {
                diagnostics.Add(LinkDiagnostics.DisclaimerWithoutText(page, demanded, disclaimer));
            }
        }

        return carried.ToImmutable();
    }

    private IEnumerable<Located<string>> Demanded(PageFacts page)
    {
        if (!page.IsArticle)
        {
            return page.Disclaimers;
        }

        var ofCategory = page.Category is { } category ? _ofCategories[category.Value] : [];
        return settings.Disclaimers.Concat(ofCategory).Concat(page.Disclaimers);
    }

    private void CheckExists(Located<string> demanded, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (!data.Disclaimers.ContainsKey(demanded.Value))
        {
            diagnostics.Add(LinkDiagnostics.DisclaimerNotFound(demanded, _names.Find(demanded.Value)));
        }
    }
}
