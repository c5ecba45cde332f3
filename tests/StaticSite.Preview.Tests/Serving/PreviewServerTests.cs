using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Serving;

/// <summary>What the preview answers, and whom.</summary>
public sealed partial class PreviewServerTests : IDisposable
{
    private readonly TemporarySite _site = new();
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });

    public PreviewServerTests()
    {
        _site.Write("input/articles/first/zh.md", "---\ntitle: 第一篇\ndate: 2026-01-01\n---\n\n正文。![图](map.png \"地图\")\n");
        _site.Write("input/articles/first/en.md", "---\ntitle: First\ndate: 2026-01-01\n---\n\nText.\n");
        _site.Write("input/articles/first/map.png", "no picture, but bytes");
        _site.Write("input/articles/draft/zh.md", "---\ntitle: 草稿\ndate: 2026-01-02\ndraft: true\n---\n\n正文。\n");
        _site.Write("input/articles/later/zh.md", "---\ntitle: 以后\ndate: 2099-01-02\n---\n\n正文。\n");
        _site.Write("input/static/note.txt", "a note");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_gives_the_bytes_of_a_build_but_for_its_own_script(bool published)
    {
        var options = PreviewHost.OptionsOf(_site.Root, published);
        var built = SiteBuild.Run(options, null, CancellationToken.None);
        Assert.True(built.WasWritten, string.Join('\n', built.Diagnostics.Select(found => found.Message)));
        await using var preview = await PreviewHost.Start(_site.Root, published);

        foreach (var file in Directory.EnumerateFiles(options.Output, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(options.Output, file).Replace('\\', '/');
            if (path.StartsWith(".staticsite", StringComparison.Ordinal))
            {
                continue;
            }

            var shown = await _client.GetByteArrayAsync(preview.At(path));
            Assert.Equal($"{path}\n{Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file))}", $"{path}\n{Script().Replace(Encoding.UTF8.GetString(shown), "")}");
        }

        Assert.Equal(published ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await _client.GetAsync(preview.At("zh/articles/draft/"))).StatusCode);
        Assert.Equal(published ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await _client.GetAsync(preview.At("zh/articles/later/"))).StatusCode);
    }

    [Fact]
    public async Task A_new_text_is_served_soon_after_it_was_written()
    {
        await using var preview = await PreviewHost.Start(_site.Root);

        _site.Write("input/articles/first/zh.md", "---\ntitle: 第一篇\ndate: 2026-01-01\n---\n\n另一段正文。\n");

        await Eventually.Holds(async () => (await _client.GetStringAsync(preview.At("zh/articles/first/"))).Contains("另一段正文。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkout_of_five_hundred_files_is_followed_as_a_whole()
    {
        Write("旧");
        await using var preview = await PreviewHost.Start(_site.Root);

        Write("新");

        for (var i = 0; i < 500; i++)
        {
            var address = preview.At($"zh/articles/many-{i}/");
            await Eventually.Holds(async () => (await _client.GetStringAsync(address)).Contains("新的正文", StringComparison.Ordinal), () => address);
        }

        await Eventually.Holds(async () => (await _client.GetStringAsync(preview.At("zh/articles/"))).Contains("新题目", StringComparison.Ordinal));

        void Write(string word)
        {
            for (var i = 0; i < 500; i++)
            {
                _site.Write($"input/articles/many-{i}/zh.md", $"---\ntitle: {word}题目 {i}\ndate: 2026-01-03\n---\n\n{word}的正文。\n");
            }
        }
    }

    [Theory]
    [InlineData("zh/articles/first", HttpStatusCode.Redirect)]
    [InlineData("zh/nothing/", HttpStatusCode.NotFound)]
    [InlineData("note.txt", HttpStatusCode.OK)]
    [InlineData("..%2finput%2fsite.yml", HttpStatusCode.NotFound)]
    [InlineData("%2e%2e/input/site.yml", HttpStatusCode.NotFound)]
    [InlineData("input/site.yml", HttpStatusCode.NotFound)]
    [InlineData("zh/..%5c..%5cinput%5csite.yml", HttpStatusCode.NotFound)]
    public async Task Addresses_lead_into_the_site_and_nowhere_else(string path, HttpStatusCode expected)
    {
        await using var preview = await PreviewHost.Start(_site.Root);

        Assert.Equal(expected, await StatusOf(preview, "GET /" + path + " HTTP/1.1", $"127.0.0.1:{preview.Port}"));
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost:1", HttpStatusCode.OK)]
    [InlineData("[::1]:4000", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.1.9", HttpStatusCode.MisdirectedRequest)]
    public async Task Only_names_of_this_machine_are_answered_to(string host, HttpStatusCode expected)
    {
        await using var preview = await PreviewHost.Start(_site.Root);

        Assert.Equal(expected, await StatusOf(preview, "GET /zh/ HTTP/1.1", host));
        Assert.Equal(expected, await StatusOf(preview, "GET /_desk/ HTTP/1.1", host));
    }

    [Fact]
    public async Task A_file_that_became_a_link_out_of_the_site_is_not_sent()
    {
        var secret = Path.Join(Path.GetDirectoryName(_site.Root), Path.GetFileName(_site.Root) + "-secret.txt");
        await File.WriteAllTextAsync(secret, "secret");
        try
        {
            await using var preview = await PreviewHost.Start(_site.Root);
            File.Delete(Path.Join(_site.Root, "input/static/note.txt"));
            File.CreateSymbolicLink(Path.Join(_site.Root, "input/static/note.txt"), secret);

            Assert.DoesNotContain("secret", await (await _client.GetAsync(preview.At("note.txt"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task A_port_in_use_gives_way_to_the_next_free_one()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var preview = await PreviewHost.Start(_site.Root, port: taken);

        Assert.InRange(preview.Port, taken + 1, taken + 50);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(preview.At("zh/"))).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost")]
    [InlineData(null)]
    public async Task Pages_of_other_sites_are_told_nothing(string? origin)
    {
        await using var preview = await PreviewHost.Start(_site.Root);
        using var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Assert.ThrowsAsync<WebSocketException>(() =>
            socket.ConnectAsync(new($"ws://127.0.0.1:{preview.Port}/_preview/socket?page=zh/index.html&version=0"), CancellationToken.None));
    }

    [Fact]
    public async Task Without_settings_it_says_so_and_shows_the_site_as_soon_as_it_can()
    {
        var settings = await File.ReadAllTextAsync(Path.Join(_site.Root, "input/site.yml"));
        _site.Write("input/site.yml", "title: [");
        await using var preview = await PreviewHost.Start(_site.Root);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.GetAsync(preview.At("zh/"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _client.GetAsync(preview.At("_desk/"))).StatusCode);

        _site.Write("input/site.yml", settings);

        await Eventually.Holds(async () => (await _client.GetAsync(preview.At("zh/"))).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_article_of_the_desk_becomes_a_page()
    {
        await using var preview = await PreviewHost.Start(_site.Root);
        var desk = await _client.GetStringAsync(preview.At("_desk/"));
        using var wish = new HttpRequestMessage(HttpMethod.Post, preview.At("_desk/articles"))
        {
            Content = new StringContent("""{"titles":{"zh":"间充质干细胞"}}""", Encoding.UTF8, "application/json"),
        };
        wish.Headers.Add("Origin", preview.At("").TrimEnd('/'));
        wish.Headers.Add("X-Desk-Token", Token().Match(desk).Value);

        using var made = await _client.SendAsync(wish);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var answer = JsonDocument.Parse(await made.Content.ReadAsStringAsync());
        Assert.Matches("^vscode://file/.*/zh\\.md:8:1$", answer.RootElement.GetProperty("files")[0].GetProperty("editor").GetString());
        var id = Assert.Single(Directory.GetDirectories(Path.Join(_site.Root, "input/articles")), folder => File.ReadAllText(Directory.GetFiles(folder)[0]).Contains("间充质", StringComparison.Ordinal));
        await Eventually.Holds(async () => (await _client.GetAsync(preview.At($"zh/articles/{Path.GetFileName(id)}/"))).StatusCode == HttpStatusCode.OK);
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
    }

    /// <summary>As it goes over the wire: clients of the library would clean the path and the host first.</summary>
    private static async Task<HttpStatusCode> StatusOf(PreviewHost preview, string request, string host)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, preview.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{request}\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return (HttpStatusCode)int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("<script src=\"/_preview/[^>]*></script>")]
    private static partial Regex Script();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Token();
}
