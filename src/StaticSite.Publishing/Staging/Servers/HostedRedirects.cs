using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Staging.Servers;

/// <summary>The file <c>_redirects</c> of Netlify and Cloudflare Pages.</summary>
internal static class HostedRedirects
{
    public const string FileName = "_redirects";

    /// <summary>Those of Cloudflare Pages; Netlify takes more.</summary>
    private const int MostRedirects = 2000;
    private const int LongestLine = 1000;

    /// <param name="shownAs">The file's name in diagnostics.</param>
    public static Outcome<string> Write(StagedSite site, string shownAs)
    {
        var text = new StringBuilder();
        var lines = site.Redirects
            .Select(redirect => $"{redirect.From} {redirect.To} {(redirect.IsPermanent ? 301 : 302)}")
            .Where(line => line.Length <= LongestLine)
            .Take(MostRedirects)
            .ToList();

        // Netlify's way to have a page per language. Cloudflare Pages passes over these lines and takes the nearest 404.html by itself.
        var notFound = ServedSite.FoldersWithNotFound(site.Files)
            .Where(folder => folder.Length > 0)
            .Select(folder => Address.EscapePath($"/{folder}"))
            .Select(folder => $"{folder}* {folder}{ServedSite.NotFoundPage} 404");
        foreach (var line in lines.Concat(notFound))
        {
            text.Append(line).Append('\n');
        }

        ImmutableArray<Diagnostic> found = lines.Count < site.Redirects.Length ? [StagingDiagnostics.TooManyRedirects(shownAs, site.Redirects.Length, lines.Count)] : [];
        return new(text.ToString(), found);
    }
}
