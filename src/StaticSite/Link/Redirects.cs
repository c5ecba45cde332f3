using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which old addresses lead to a page?</summary>
internal static class Redirects
{
    public static ImmutableArray<Redirect> Collect(
        ImmutableArray<SitePage> pages, Addresses addresses, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var redirects = ImmutableArray.CreateBuilder<Redirect>();
        foreach (var page in pages)
        {
            foreach (var alias in page.Facts.FrontMatter.Aliases)
            {
                var from = Address(alias.Value);
                if (addresses.TryClaim(new(from, "an alias", alias.Where), diagnostics))
                {
                    redirects.Add(new(from, page.Url, page.Language));
                }
            }
        }

        return redirects.ToImmutable();
    }

    /// <summary>The old addresses of a page, whether or not something else stands there.</summary>
    public static IEnumerable<SiteUrl> Of(SitePage page) => page.Facts.FrontMatter.Aliases.Select(alias => Address(alias.Value));

    /// <summary>An old page without an ending of its own becomes a folder, because a server would not know such a file for HTML.</summary>
    private static SiteUrl Address(string alias)
    {
        var isFile = alias.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || alias.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
        return new(isFile ? alias : alias.TrimEnd('/') + "/");
    }
}
