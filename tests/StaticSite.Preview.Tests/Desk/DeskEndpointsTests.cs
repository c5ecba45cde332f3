using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using StaticSite.Preview.Desk;
using StaticSite.Preview.Tests.Support;

namespace StaticSite.Preview.Tests.Desk;

public sealed class DeskEndpointsTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly TemporarySite _site = new();
    private readonly TestArticles _articles;
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false });
    private DeskHost _host = null!;

    public DeskEndpointsTests()
    {
        _articles = new(_site.Root);
        _site.Article("a", "zh");
    }

    public async Task InitializeAsync() => _host = await DeskHost.Start(_site.Root, _articles);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _site.Dispose();
    }

    [Theory]
    [InlineData("/_desk/", "text/html; charset=utf-8")]
    [InlineData("/_desk/pair/a", "text/html; charset=utf-8")]
    [InlineData("/_desk/files/desk.css", "text/css; charset=utf-8")]
    [InlineData("/_desk/files/desk.js", "text/javascript; charset=utf-8")]
    [InlineData("/_desk/bundles", "application/json; charset=utf-8")]
    [InlineData("/_desk/bundles/a", "application/json; charset=utf-8")]
    [InlineData("/_desk/pair/a/data", "application/json; charset=utf-8")]
    public async Task Nothing_runs_that_is_not_the_desk_s_own(string path, string type)
    {
        using var answer = await _client.GetAsync(_host.At(path));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-cache"), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.CacheControl?.ToString()));
        Assert.DoesNotContain("style=", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/_desk/files/nothing.js")]
    [InlineData("/_desk/files/..%2Fdesk.css")]
    [InlineData("/_desk/files/desk.html")]
    [InlineData("/_desk/bundles/nothing")]
    [InlineData("/_desk/bundles/..%2Fa")]
    [InlineData("/_desk/pair/nothing/data")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var answer = await _client.GetAsync(_host.At(path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_its_slash_the_desk_redirects()
    {
        using var answer = await _client.GetAsync(_host.At("/_desk"));

        Assert.Equal("/_desk/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_table_that_the_browser_has_is_not_sent_again()
    {
        using var first = await _client.GetAsync(_host.At("/_desk/bundles"));
        using var again = new HttpRequestMessage(HttpMethod.Get, _host.At("/_desk/bundles"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_desk_s_page_carries_the_token_and_other_files_do_not()
    {
        Assert.Contains(DeskHost.Token, await _client.GetStringAsync(_host.At("/_desk/")), StringComparison.Ordinal);
        Assert.DoesNotContain(DeskHost.Token, await _client.GetStringAsync(_host.At("/_desk/pair/a")), StringComparison.Ordinal);
        Assert.DoesNotContain(DeskHost.Token, await _client.GetStringAsync(_host.At("/_desk/bundles")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_made_and_its_files_are_named()
    {
        var (status, json) = await Post("""{"id":null,"titles":{"zh":"肾病","en":"Kidney disease","fr":"Rein"}}""");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("kidney-disease", json.GetProperty("id").GetString());
        Assert.Equal(["input/articles/kidney-disease/zh.md", "input/articles/kidney-disease/en.md"], json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("path").GetString()!));
        Assert.EndsWith($"/kidney-disease/zh.md:{TestArticles.LastLine}:1", json.GetProperty("files")[0].GetProperty("editor").GetString(), StringComparison.Ordinal);
        Assert.Equal(["zh", "en"], Assert.Single(_articles.Requests).Titles.Keys);
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_to_do()
    {
        var (status, json) = await Post("""{"id":"a","titles":{"zh":"甲"}}""");

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "There is a bundle 'a'.", "Choose another id."),
            (status, json.GetProperty("message").GetString(), json.GetProperty("hint").GetString()));
    }

    [Theory]
    [InlineData("no token", HttpStatusCode.Forbidden)]
    [InlineData("wrong token", HttpStatusCode.Forbidden)]
    [InlineData("no origin", HttpStatusCode.Forbidden)]
    [InlineData("other origin", HttpStatusCode.Forbidden)]
    [InlineData("other port", HttpStatusCode.Forbidden)]
    [InlineData("null origin", HttpStatusCode.Forbidden)]
    [InlineData("other site", HttpStatusCode.Forbidden)]
    [InlineData("form", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("no json", HttpStatusCode.BadRequest)]
    [InlineData("large", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("no title", HttpStatusCode.UnprocessableEntity)]
    public async Task What_no_page_of_the_desk_would_send_makes_nothing(string what, HttpStatusCode expected)
    {
        var origin = what switch
        {
            "no origin" => null,
            "other origin" => "http://evil.example",
            "other port" => "http://127.0.0.1:1",
            "null origin" => "null",
            _ => Origin,
        };
        var token = what switch { "no token" => null, "wrong token" => DeskHost.Token + "x", _ => DeskHost.Token };
        var body = what switch
        {
            "no json" => "{",
            "large" => """{"titles":{"zh":"LONG"}}""".Replace("LONG", new string('x', 70_000), StringComparison.Ordinal),
            "no title" => """{"titles":{"zh":" "}}""",
            _ => """{"titles":{"zh":"b"}}""",
        };
        var (status, _) = await Post(body, token, origin, what == "other site" ? "cross-site" : "same-origin", what == "form" ? "text/plain" : "application/json");

        Assert.Equal(expected, status);
        Assert.Empty(_articles.Requests);
    }

    [Fact]
    public async Task An_id_is_offered_for_the_titles()
    {
        Assert.Equal("""{"id":"kidney-care"}""", await _client.GetStringAsync(_host.At("/_desk/articles/id?zh=%E8%82%BE&en=Kidney%20care&fr=x")));
        Assert.Equal("""{"id":""}""", await _client.GetStringAsync(_host.At("/_desk/articles/id?zh=")));
    }

    [Fact]
    public async Task An_open_desk_is_told_what_has_changed()
    {
        using var table = JsonDocument.Parse(await _client.GetStringAsync(_host.At("/_desk/bundles")));
        using var socket = await Connect(Origin, table.RootElement.GetProperty("tag").GetString()!);
        _site.Article("b", "zh");
        _host.Change();
        using var told = await Receive(socket);

        Assert.Equal("b", told.RootElement.GetProperty("rows").EnumerateArray().Single().GetProperty("id").GetString());
        Assert.Equal(0, told.RootElement.GetProperty("removed").GetArrayLength());
    }

    [Fact]
    public async Task A_desk_of_another_run_is_told_to_fetch_all()
    {
        using var socket = await Connect(Origin, "another-1");
        using var told = await Receive(socket);

        Assert.True(told.RootElement.GetProperty("stale").GetBoolean());
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData(null)]
    public async Task Another_site_s_page_hears_nothing(string? origin) =>
        await Assert.ThrowsAsync<WebSocketException>(() => Connect(origin, "x"));

    private string Origin => _host.Address.GetLeftPart(UriPartial.Authority);

    private async Task<(HttpStatusCode Status, JsonElement Json)> Post(
        string body, string? token = DeskHost.Token, string? origin = "own", string site = "same-origin", string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.At("/_desk/articles")) { Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)) };
        if (token is not null)
        {
            request.Headers.Add(DeskArticles.TokenHeader, token);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == "own" ? Origin : origin);
        }

        request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await _client.SendAsync(request);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, json.RootElement.Clone());
    }

    private async Task<ClientWebSocket> Connect(string? origin, string since)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(_host.At($"/_desk/changes?since={since}").Replace("http:", "ws:", StringComparison.Ordinal)), CancellationToken.None);
        return socket;
    }

    private static async Task<JsonDocument> Receive(ClientWebSocket socket)
    {
        using var late = new CancellationTokenSource(s_patience);
        var bytes = new byte[64 * 1024];
        var message = await socket.ReceiveAsync(bytes.AsMemory(), late.Token);
        return JsonDocument.Parse(bytes.AsMemory(0, message.Count));
    }
}
