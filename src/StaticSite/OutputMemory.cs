using StaticSite.Cache;
using StaticSite.Model;

namespace StaticSite;

/// <summary>Answers from what the last build remembers; nothing is built.</summary>
internal static class OutputMemory
{
    /// <summary>Null where no build into this folder is remembered.</summary>
    /// <param name="address">An address of the site (<c>/zh/articles/a/</c>), the same with its host, or a path below the output folder.</param>
    public static OutputHistory? Find(string root, string output, string address, CancellationToken cancellation)
    {
        using var cache = CacheFolder.Open(CacheFolder.Of(root), () => { }, cancellation);
        if (BuildState.Load(cache, output) is not { } state)
        {
            return null;
        }

        var (outputs, path) = (state.LoadOutputs().Outputs, PathOf(address));
        foreach (var candidate in (string[])[path, path.TrimEnd('/') + "/index.html", "index.html"])
        {
            if ((candidate != "index.html" || path.Length == 0) && outputs.TryGetValue(candidate, out var known))
            {
                var (shows, causes) = known.Ingredients.Load();
                return new(candidate, shows, causes, null);
            }
        }

        return OutputHistory.Unknown(Nearest.Find(path, outputs.Keys.Select(known => known.Replace("/index.html", "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    /// <summary>Addresses are copied from a browser: with a host, percent-encoded, with a fragment.</summary>
    private static string PathOf(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsolutePath : address;
        var end = path.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end < 0 ? path : path[..end]).TrimStart('/');
    }
}
