using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Staging.Servers;

/// <summary>The file <c>_redirects</c> of Netlify and Cloudflare Pages.</summary>
internal static class HostedRedirects
{
    public const string FileName = "_redirects";

    /// <summary>Those of Cloudflare Pages.</summary>
    private const int MostRedirects = 2000;
    private const int LongestLine = 1000;

    public static Outcome<string> Write(StagedSite site, HostedFile host) => host.IsForCloudflare ? ForCloudflare(site, host.ShownAs) : new(ForNetlify(site), []);

    /// <summary>It takes the nearest 404.html by itself.</summary>
    private static Outcome<string> ForCloudflare(StagedSite site, string shownAs)
    {
        var lines = site.Redirects.Select(redirect => Line(redirect, "")).Where(line => line.Length <= LongestLine).Take(MostRedirects).ToList();
        ImmutableArray<Diagnostic> found = lines.Count < site.Redirects.Length ? [StagingDiagnostics.TooManyRedirects(shownAs, site.Redirects.Length, lines.Count)] : [];
        return new(string.Concat(lines), found);
    }

    /// <summary>Without the mark the page that stands at the old address would be served. The first line that holds for an address counts.</summary>
    private static string ForNetlify(StagedSite site)
    {
        var notFound = ServedSite.FoldersWithNotFound(site.Files)
            .Where(folder => folder.Length > 0)
            .Select(folder => Address.EscapePath($"/{folder}"))
            .Select(folder => $"{folder}* {folder}{ServedSite.NotFoundPage} 404\n");
        return string.Concat(site.Redirects.Select(redirect => Line(redirect, "!")).Concat(notFound));
    }

    private static string Line(StagedRedirect redirect, string mark) => $"{redirect.From} {redirect.To} {(redirect.IsPermanent ? 301 : 302)}{mark}\n";
}
