using System.Collections.Immutable;
using StaticSite.Publishing.Staging.Servers;

namespace StaticSite.Publishing.Tests.Staging.Servers;

/// <summary>A small bilingual site, staged once and served by each server that is installed.</summary>
public sealed class ServedSites : IDisposable
{
    private const string BrotliModule = "ngx_http_brotli_static_module.so";

    private readonly TestOutput _output = new();
    private readonly Dictionary<string, LocalServer> _running = [];

    public ServedSites()
    {
        var stylesheet = _output.HashedAsset("site", ".css", string.Concat(Enumerable.Repeat("p { color: #333; }\n", 100)));
        _output
            .Asset("favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
            .Asset("data/参考 表.csv", string.Concat(Enumerable.Repeat("名,值\n", 200)))
            .Asset("data/unknown.xyz", [1, 2, 3])
            .Asset("data/inner/a.txt", "text")
            .Asset("data/inner/b.txt", "text")
            .Asset("picture.png", [0x89, 0x50])
            .Page("zh/articles/肾病/index.html", Html("肾病", stylesheet))
            .Page("en/articles/kidney/index.html", Html("Kidney", stylesheet))
            .List("zh/index.html", Html("首页", stylesheet))
            .List("en/index.html", Html("Home", stylesheet))
            .List("index.html", Html("Choose", stylesheet))
            .List("404.html", Html("404", stylesheet))
            .List("zh/404.html", Html("没有这个页面", stylesheet))
            .List("en/404.html", Html("No such page", stylesheet))
            .List("zh/feed.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>")
            .List("sitemap.xml", "<urlset/>")
            .List("robots.txt", "User-agent: *\n")
            .List("旧文/index.html", Redirect("/zh/articles/%E8%82%BE%E7%97%85/"))
            .List("old page.html", Redirect("/en/articles/kidney/#_references"));
        Site = _output.Stage(TestOutput.With(
            TestOutput.Rule("/data/*", ("Cache-Control", "no-store"), ("Permissions-Policy", null), ("X-Note", "a \"quoted\" {value} \\ and more")),
            TestOutput.Rule("/data/inner/*", ("Permissions-Policy", "camera=()")),
            TestOutput.Rule("*.csv", ("Content-Type", "text/plain; charset=utf-8"))));
        Root = Path.Join(_output.Root, "served");
        foreach (var file in Site.Files)
        {
            var place = Path.Join(Root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file.File, place);
            foreach (var variant in file.Variants)
            {
                File.Copy(variant.File, place + variant.Extension);
            }
        }
    }

    internal StagedSite Site { get; }

    private string Root { get; }

    public void Dispose()
    {
        foreach (var server in _running.Values)
        {
            server.Dispose();
        }

        _output.Dispose();
    }

    /// <summary>Skips the test where the server, or its brotli module, is not installed.</summary>
    internal async Task<HttpClient> ClientOf(string server)
    {
        var program = LocalServer.Find(server);
        Skip.If(program is null, $"{server} is not installed.");
        if (!_running.TryGetValue(server, out var running))
        {
            running = _running[server] = server == "nginx" ? await StartNginx(program!) : await LocalServer.StartCaddy(program!, CaddyConfiguration.Write(Site, Root, ["br", "gzip"]));
        }

        return running.Client;
    }

    internal static ImmutableSortedDictionary<string, string> HeadersOf(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .ToImmutableSortedDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    private Task<LocalServer> StartNginx(string program)
    {
        var module = Array.Find(["/usr/lib/nginx/modules/" + BrotliModule, "/usr/share/nginx/modules/" + BrotliModule], File.Exists);
        Skip.If(module is null, "nginx has no module brotli_static.");
        return LocalServer.StartNginx(program, module, NginxConfiguration.Write(Site, Root, ["br", "gzip"]));
    }

    private static string Html(string title, string stylesheet) =>
        $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{title}</title><link rel=\"stylesheet\" href=\"/{stylesheet}\"><link rel=\"icon\" href=\"/favicon.svg\"></head>"
        + $"<body><h1>{title}</h1>{string.Concat(Enumerable.Repeat("<p>文字 text</p>", 100))}</body></html>";

    private static string Redirect(string target) => $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url={target}\"></head></html>";
}
