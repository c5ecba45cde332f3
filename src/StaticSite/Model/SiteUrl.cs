using System.Buffers;

namespace StaticSite.Model;

/// <summary>An address inside the site: starts with <c>/</c>, unescaped (<c>/zh/articles/肾病/</c>). One that ends in <c>/</c> is a folder's index.html.</summary>
public sealed record SiteUrl(string Path)
{
    private static readonly SearchValues<char> s_plain =
        SearchValues.Create("/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>As it is written in href: path segments percent-encoded as UTF-8. Most need none, and every page prints dozens.</summary>
    public string Escaped => Path.AsSpan().ContainsAnyExcept(s_plain) ? string.Join('/', Path.Split('/').Select(Uri.EscapeDataString)) : Path;

    /// <summary>The file below the output folder, with <c>/</c>.</summary>
    public string OutputPath => Path.EndsWith('/') ? string.Concat(Path.AsSpan(1), "index.html") : Path[1..];

    public override string ToString() => Path;
}
