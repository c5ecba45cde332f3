using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StaticSite.Publishing.Tests.Support;

/// <summary>A site of pages that link to each other, each with a mark by which a torn page is known.</summary>
internal sealed record FakeSite(ImmutableSortedDictionary<string, (FileKind Kind, string Text)> Files)
{
    private const string Mark = "<!-- sum:";

    private static ImmutableSortedDictionary<string, (FileKind Kind, string Text)> NoFiles { get; } = ImmutableSortedDictionary.Create<string, (FileKind Kind, string Text)>(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, int> NoPages { get; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Version of the text by id.</summary>
    private ImmutableSortedDictionary<string, int> Pages { get; init; } = NoPages;

    private int Style { get; init; }

    private int Size { get; init; }

    /// <summary>The number of pages that it comes back to.</summary>
    private int Home { get; init; }

    /// <param name="size">About how many bytes each page has.</param>
    public static FakeSite Create(int pages, int size = 0) =>
        new FakeSite(NoFiles) { Size = size, Home = pages }.Render(NoPages.AddRange(Enumerable.Range(0, pages).Select(number => KeyValuePair.Create($"p{number:D5}", 0))), style: 0);

    /// <summary>As editors and a developer leave it: articles come, go and change, sometimes the stylesheet does.</summary>
    public FakeSite Change(Random random)
    {
        var pages = Pages;
        foreach (var id in Pages.Keys)
        {
            pages = random.Next(10) switch
            {
                0 => pages.Remove(id),
                1 or 2 => pages.SetItem(id, random.Next(1000)),
                _ => pages,
            };
        }

        // A site that is changed hundreds of times neither dwindles nor grows.
        for (var added = Math.Max(1, Home - pages.Count + random.Next(3)); added > 0; added--)
        {
            pages = pages.SetItem($"n{random.Next(10000):D4}", random.Next(1000));
        }

        return Render(pages, random.Next(2) == 0 ? Style : random.Next(1000));
    }

    public FakeSite ChangeOne(string id) => Render(Pages.SetItem(id, Pages[id] + 1), Style);

    public FakeSite Without(params string[] ids) => Render(Pages.RemoveRange(ids), Style);

    public FakeSite With(string path, FileKind kind, string text) => this with { Files = Files.SetItem(path, (kind, text)) };

    /// <summary>What is wrong with the bytes of one of these files.</summary>
    public static string? FindTear(string path, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (path.StartsWith("assets/site.", StringComparison.Ordinal))
        {
            return path == StylePath(text) ? null : $"{path} is not what its name says";
        }

        var at = text.LastIndexOf(Mark, StringComparison.Ordinal);
        return at >= 0 && text[at..] == MarkOf(text[..at]) ? null : $"{path} is torn";
    }

    /// <summary>Written to disk below a folder, and staged without variants.</summary>
    public StagedSite Stage(string folder, string baseUrl = "https://example.org/")
    {
        var files = Files.Select(file =>
        {
            var bytes = Encoding.UTF8.GetBytes(file.Value.Text);
            var place = Path.Join(folder, file.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.WriteAllBytes(place, bytes);
            return new StagedFile(file.Key, file.Value.Kind, place, bytes.Length, HashOf(bytes), HeadersOf(file.Key, file.Value.Kind), []);
        });
        return new StagedSite(ManifestOf(baseUrl), [.. files], [], []);
    }

    /// <summary>As a build leaves it, for the real command.</summary>
    /// <param name="root">Where input/ is, from which the output says that it was built.</param>
    public void WriteOutput(string root, string baseUrl = "https://example.org/")
    {
        var folder = Path.Join(root, "output");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Stage(folder, baseUrl);
        var manifest = ManifestOf(baseUrl);
        File.WriteAllText(Path.Join(folder, OutputManifest.FileName), JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["generator"] = manifest.Generator,
            ["base_url"] = baseUrl,
            ["drafts"] = false,
            ["future"] = false,
            ["input"] = InputState.FindFingerprint(root, default)!,
            ["complete"] = true,
            ["assets"] = manifest.Assets,
            ["pages"] = manifest.Pages,
            ["lists"] = manifest.Lists,
        }));
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private OutputManifest ManifestOf(string baseUrl)
    {
        ImmutableSortedDictionary<string, string> Of(FileKind kind) => Files.Where(file => file.Value.Kind == kind)
            .ToImmutableSortedDictionary(file => file.Key, file => HashOf(Encoding.UTF8.GetBytes(file.Value.Text))[..16], StringComparer.Ordinal);
        return new OutputManifest(SiteGenerator.NameAndVersion, new Uri(baseUrl), false, false, new string('0', 64), true, Of(FileKind.Asset), Of(FileKind.Page), Of(FileKind.List));
    }

    private static ImmutableSortedDictionary<string, string> HeadersOf(string path, FileKind kind) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("Content-Type", path.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : path.EndsWith(".xml", StringComparison.Ordinal) ? "application/xml; charset=utf-8" : "text/html; charset=utf-8")
            .Add("Cache-Control", kind == FileKind.Asset ? "public, max-age=31536000, immutable" : "public, max-age=60")
            .Add("X-Content-Type-Options", "nosniff");

    private FakeSite Render(ImmutableSortedDictionary<string, int> pages, int style)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, (FileKind, string)>(StringComparer.Ordinal);
        var css = $"body {{ margin: {style}px }}\n";
        files[StylePath(css)] = (FileKind.Asset, css);
        var ids = pages.Keys.ToList();
        for (var index = 0; index < ids.Count; index++)
        {
            // Neighbours and a far one: what comes and goes changes the links of others, too.
            var links = new[] { ids[(index + 1) % ids.Count], ids[(index + ids.Count - 1) % ids.Count], ids[index * 7 % ids.Count] };
            files[PathOf(ids[index])] = (FileKind.Page, Page($"{ids[index]} {pages[ids[index]]} 干细胞{Filling(ids[index])}", css, links));
        }

        files["zh/index.html"] = (FileKind.List, Page("all", css, ids));
        files["index.html"] = (FileKind.List, Marked($"<!doctype html><title>home</title><link rel=stylesheet href=\"/{StylePath(css)}\"><a href=\"/zh/\">zh</a><a href=\"/sitemap.xml\">map</a>"));
        files["sitemap.xml"] = (FileKind.List, Marked($"<urlset>{string.Concat(ids.Select(id => $"<loc>/zh/articles/{id}/</loc>"))}</urlset>"));
        return new FakeSite(files.ToImmutable()) { Pages = pages, Style = style, Size = Size, Home = Home };
    }

    /// <summary>Different for each page, as texts are.</summary>
    private string Filling(string id)
    {
        var text = new StringBuilder();
        for (var part = 0; text.Length < Size; part++)
        {
            text.Append(' ').Append(HashOf(Encoding.UTF8.GetBytes($"{id} {part}")));
        }

        return text.ToString();
    }

    private static string PathOf(string id) => $"zh/articles/{id}/index.html";

    private static string StylePath(string css) => $"assets/site.{HashOf(Encoding.UTF8.GetBytes(css))[..10]}.css";

    private static string Page(string title, string css, IEnumerable<string> links) => Marked(
        $"<!doctype html><title>{title}</title><link rel=stylesheet href=\"/{StylePath(css)}\">{string.Concat(links.Select(id => $"<a href=\"/zh/articles/{id}/\">{id}</a>"))}");

    private static string Marked(string text) => text + MarkOf(text);

    private static string MarkOf(string text) => $"{Mark}{HashOf(Encoding.UTF8.GetBytes(text))} -->\n";
}
