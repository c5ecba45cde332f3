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
                if (FindAddress(alias.Value) is not { } from)
                {
                    diagnostics.Add(LinkDiagnostics.AliasRefused(alias));
                }
                else if (addresses.TryClaim(new(from, "an alias", alias.Where), diagnostics))
                {
                    redirects.Add(new(from, page.Url, page.Language));
                }
            }
        }

        return redirects.ToImmutable();
    }

    /// <summary>An old page without an ending of its own becomes a folder, because a server would not know such a file for HTML.</summary>
    private static SiteUrl? FindAddress(string alias)
    {
        var path = Uri.UnescapeDataString(alias);
        var below = path.EndsWith('/') ? path[..^1] : path;
        if (!path.StartsWith('/') || below.Length < 2 || alias.AsSpan().IndexOfAny("?#") >= 0)
        {
            return null;
        }

        if (!AddressName.IsPathBelow(below[1..]) || path.Any(char.IsControl))
        {
            return null;
        }

        var isFile = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
        return new(isFile || path.EndsWith('/') ? path : path + "/");
    }
}
