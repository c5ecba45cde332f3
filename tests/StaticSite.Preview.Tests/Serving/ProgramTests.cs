using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using StaticSite.Preview.Tests.Support;
using StaticSite.Tests.Support;

namespace StaticSite.Preview.Tests.Serving;

/// <summary>The preview of the program as users start it answers as the same code does inside a test.</summary>
public sealed partial class ProgramTests : IDisposable
{
    private readonly TemporarySite _site = new();
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });

    public ProgramTests()
    {
        _site.Write("input/articles/first/zh.md", "---\ntitle: 第一篇\ndate: 2026-01-01\n---\n\n正文[@no]，5 mg。![图](map.png \"地图\")\n\n## 结果\n\n一。\n");
        _site.Write("input/articles/first/en.md", "---\ntitle: First\ndate: 2026-01-01\n---\n\nText, 6 mg.\n\n## Results\n\nOne.\n");
        _site.Write("input/articles/first/.accepted/en.md", "---\ntitle: 第一篇\ndate: 2026-01-01\naccepted: 2026-01-02\n---\n\n旧文。\n");
        _site.Write("input/articles/first/map.png", "no picture, but bytes");
        _site.Write("input/articles/draft/zh.md", "---\ntitle: 草稿\ndate: 2026-01-02\ndraft: true\n---\n\n正文。\n");
    }

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task It_answers_as_the_server_in_a_test_does()
    {
        await using var inside = await PreviewHost.Start(_site.Root);
        using var program = Process.Start(ProgramUnderTest.Start("preview", "--root", _site.Root, "--port", "14300"))!;
        var address = await FindAddress(program);
        try
        {
            foreach (var path in inside.Snapshot.Paths.Append("zh/articles/first/map.png").Concat(
                         ["_preview/preview.js", "_desk/", "_desk/bundles", "_desk/bundles/first", "_desk/pair/first", "_desk/pair/first/data", "_desk/files/desk.css", "nothing/"]))
            {
                Assert.Equal(await Get(new Uri(inside.At(path))), await Get(new Uri(address, path)));
            }

            using var changes = new ClientWebSocket();
            changes.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
            await changes.ConnectAsync(new UriBuilder(new Uri(address, "_desk/changes")) { Scheme = "ws" }.Uri, CancellationToken.None);
            await MakeArticle(address);
            await WaitFor(changes, "ganxibao");
            await Eventually.Holds(async () => (await _client.GetAsync(new Uri(address, "zh/articles/ganxibao/"))).IsSuccessStatusCode);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    private static async Task<Uri> FindAddress(Process program)
    {
        while (await program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true, Value: var address })
            {
                return new Uri(address);
            }
        }

        throw new InvalidOperationException(await program.StandardError.ReadToEndAsync());
    }

    private async Task<string> Get(Uri address)
    {
        using var answer = await _client.GetAsync(address);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        return $"{address.AbsolutePath} {answer.StatusCode} {answer.Content.Headers.ContentType}\n{Moment().Replace(text, "")}";
    }

    private static async Task WaitFor(ClientWebSocket socket, string text)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[1 << 16];
        while (!Encoding.UTF8.GetString(buffer, 0, (await socket.ReceiveAsync(buffer, tooLong.Token)).Count).Contains(text, StringComparison.Ordinal))
        {
        }
    }

    private async Task MakeArticle(Uri address)
    {
        var token = Token().Match(await _client.GetStringAsync(new Uri(address, "_desk/"))).Groups[1].Value;
        using var wish = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "_desk/articles"))
        {
            Content = new StringContent("""{"titles":{"zh":"干细胞"},"id":"ganxibao"}""", Encoding.UTF8, "application/json"),
        };
        wish.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        wish.Headers.Add("X-Desk-Token", token);
        using var answer = await _client.SendAsync(wish);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();

    /// <summary>What two runs do not share: the port, the desk's token, the name of a state.</summary>
    [GeneratedRegex(@"127\.0\.0\.1:\d+|name=""desk-token"" content=""[^""]*""|""tag"":""[0-9a-f-]*""")]
    private static partial Regex Moment();

    [GeneratedRegex(@"name=""desk-token"" content=""([^""]*)""")]
    private static partial Regex Token();
}
