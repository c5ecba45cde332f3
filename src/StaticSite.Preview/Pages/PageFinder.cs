using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using StaticSite.Model;

namespace StaticSite.Preview.Pages;

/// <summary>What stands at an address.</summary>
/// <param name="Path">Below the output folder; of a page that does not exist, where it would stand.</param>
/// <param name="Page">Null for a file to copy.</param>
/// <param name="File">Null for a page.</param>
/// <param name="Failures">Why the page cannot be printed as it is now; <paramref name="Page"/> is the last good one then.</param>
internal sealed record FoundPage(int Status, string Path, PageVersion? Page, FileContent? File, ImmutableArray<Diagnostic> Failures);

/// <summary>Addresses → bytes, by the site as it is at a moment. Safe to use from many threads.</summary>
internal sealed class PageFinder
{
    /// <summary>Of more pages than these nobody is looking at the old version.</summary>
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<string, PageVersion> _lastGood = new(StringComparer.Ordinal);

    /// <param name="address">Decoded, from its first slash on.</param>
    public FoundPage Find(LiveSnapshot site, string address)
    {
        var path = address.EndsWith('/') ? address[1..] + "index.html" : address[1..];
        if (site.Site is null)
        {
            return new(StatusCodes.Status503ServiceUnavailable, path, new(ErrorPage.NoSite()), null, []);
        }

        if (site.Find(path) is not { } file)
        {
            return NotFound(site, path);
        }

        return file.Source is { } source ? new(StatusCodes.Status200OK, path, null, source, []) : Render(file, path, StatusCodes.Status200OK);
    }

    /// <summary>Whether a slash is all that is missing.</summary>
    public static bool IsFolder(LiveSnapshot site, string address) => !address.EndsWith('/') && site.Find(address[1..] + "/index.html") is not null;

    private FoundPage NotFound(LiveSnapshot site, string path)
    {
        var language = path.Split('/')[0];
        var file = site.Find($"{language}/404.html") ?? site.Find("404.html");
        return file is null
            ? new(StatusCodes.Status404NotFound, path, new(ErrorPage.NoSite()), null, [])
            : Render(file, path, StatusCodes.Status404NotFound);
    }

    private FoundPage Render(OutputFile file, string path, int status)
    {
        var (bytes, found) = file.Render();
        if (found.IsEmpty)
        {
            var version = new PageVersion(bytes);
            Keep(file.Path, version);
            return new(status, path, version, null, []);
        }

        return new(status, path, _lastGood.GetValueOrDefault(file.Path) ?? new(ErrorPage.NoSite()), null, found);
    }

    private void Keep(string path, PageVersion version)
    {
        if (_lastGood.Count >= MostKept && !_lastGood.ContainsKey(path))
        {
            _lastGood.TryRemove(_lastGood.Keys.First(), out _);
        }

        _lastGood[path] = version;
    }
}
