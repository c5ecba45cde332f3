namespace StaticSite.Model;

/// <summary>An address inside the site: starts with <c>/</c>, unescaped (<c>/zh/articles/肾病/</c>). One that ends in <c>/</c> is a folder's index.html.</summary>
public readonly record struct SiteUrl(string Path)
{
    /// <summary>As it is written in href: path segments percent-encoded as UTF-8.</summary>
    public string Escaped => string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The file below the output folder, with <c>/</c>.</summary>
    public string OutputPath => (Path.EndsWith('/') ? Path + "index.html" : Path)[1..];

    public override string ToString() => Path;
}
