using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace StaticSite.Tests.Support;

/// <summary>An output folder, read as a browser would: pages by address, every file by address.</summary>
internal sealed class BuiltSite
{
    private static readonly string[] s_targets = ["href", "src", "content"];
    private readonly HtmlParser _parser = new();

    public BuiltSite(string output)
    {
        Files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith(".staticsite", StringComparison.Ordinal))
            .ToDictionary(path => Address(Path.GetRelativePath(output, path)), path => path);
        Pages = Files.Where(file => file.Value.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => _parser.ParseDocument(File.ReadAllText(file.Value)));
    }

    public IReadOnlyDictionary<string, string> Files { get; }

    public IReadOnlyDictionary<string, IHtmlDocument> Pages { get; }

    /// <summary>Everything on the page at <paramref name="address"/> that leads to nothing, as "address: link".</summary>
    public IEnumerable<string> DeadLinks(string address, Uri baseUrl)
    {
        var page = new Uri(baseUrl, address);
        foreach (var link in Pages[address].QuerySelectorAll("[href], [src], use, meta[property='og:url'], meta[property='og:image']").SelectMany(Targets))
        {
            if (!Uri.TryCreate(page, link, out var target) || (target.Scheme is "http" or "https" && !Leads(target, baseUrl)))
            {
                yield return $"{address}: {link}";
            }
        }
    }

    private bool Leads(Uri target, Uri baseUrl)
    {
        if (target.Host != baseUrl.Host)
        {
            return true;
        }

        var path = Uri.UnescapeDataString(target.AbsolutePath);
        if (!Files.ContainsKey(path))
        {
            return false;
        }

        var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        return fragment.Length == 0 || (Pages.TryGetValue(path, out var document) && document.GetElementById(fragment) is not null);
    }

    private static IEnumerable<string> Targets(IElement element) =>
        s_targets.Select(element.GetAttribute).OfType<string>();

    private static string Address(string relative)
    {
        var path = "/" + relative.Replace('\\', '/');
        return path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
    }
}
