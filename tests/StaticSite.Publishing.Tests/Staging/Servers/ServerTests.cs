using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Tests.Staging.Servers;

/// <summary>Readers get, from real servers with the configuration that is written for them, what was staged.</summary>
public sealed class ServerTests(ServedSites served) : IClassFixture<ServedSites>
{
    [SkippableTheory, InlineData("nginx"), InlineData("caddy")]
    public async Task Every_file_is_served_with_all_its_headers(string server)
    {
        var client = await served.ClientOf(server);
        foreach (var file in served.Site.Files.Where(file => !IsRedirect(file)))
        {
            using var response = await Get(client, AddressOf(file));
            Assert.Equal((file.Path, HttpStatusCode.OK), (file.Path, response.StatusCode));
            AssertHeaders(file, response, file.Headers.Keys);
            Assert.Equal(File.ReadAllBytes(file.File), await response.Content.ReadAsByteArrayAsync());
        }
    }

    [SkippableTheory]
    [InlineData("nginx", "br")]
    [InlineData("nginx", "gzip")]
    [InlineData("nginx", "gzip, deflate, br")]
    [InlineData("caddy", "br")]
    [InlineData("caddy", "gzip")]
    [InlineData("caddy", "gzip, deflate, br")]
    public async Task A_browser_gets_the_smallest_form_that_it_takes(string server, string accepted)
    {
        var client = await served.ClientOf(server);
        var compressed = served.Site.Files.Where(file => file.Variants.Length == 2 && !IsRedirect(file)).ToList();
        Assert.Contains(compressed, file => file.Path.EndsWith(".css", StringComparison.Ordinal));
        foreach (var file in compressed)
        {
            using var response = await Get(client, AddressOf(file), accepted);
            var variant = file.Variants.First(variant => accepted.Contains(variant.Encoding, StringComparison.Ordinal));
            Assert.Equal([variant.Encoding], response.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
            Assert.Equal(File.ReadAllBytes(variant.File), await response.Content.ReadAsByteArrayAsync());
            AssertHeaders(file, response, file.Headers.Keys);
        }
    }

    [SkippableTheory]
    [InlineData("nginx", null)]
    [InlineData("nginx", "br")]
    [InlineData("caddy", null)]
    [InlineData("caddy", "br")]
    public async Task What_a_browser_has_is_not_sent_again_but_its_headers_are(string server, string? accepted)
    {
        var client = await served.ClientOf(server);
        foreach (var file in served.Site.Files.Where(file => !IsRedirect(file)))
        {
            using var first = await Get(client, AddressOf(file), accepted);
            var tag = Assert.IsType<EntityTagHeaderValue>(first.Headers.ETag);
            using var second = await Get(client, AddressOf(file), accepted, tag);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
            AssertHeaders(file, second, file.Headers.Keys.Where(name => name != HeaderSheet.ContentType));
        }
    }

    [SkippableTheory]
    [InlineData("nginx", "/zh/没有/", "zh/404.html")]
    [InlineData("nginx", "/en/articles/nothing/here.html", "en/404.html")]
    [InlineData("nginx", "/nothing", "404.html")]
    [InlineData("nginx", "/assets/nothing.css", "404.html")]
    [InlineData("caddy", "/zh/没有/", "zh/404.html")]
    [InlineData("caddy", "/en/articles/nothing/here.html", "en/404.html")]
    [InlineData("caddy", "/nothing", "404.html")]
    [InlineData("caddy", "/assets/nothing.css", "404.html")]
    public async Task An_address_that_does_not_exist_is_answered_in_its_language(string server, string address, string page)
    {
        var client = await served.ClientOf(server);
        var file = served.Site.Files.Single(file => file.Path == page);
        using var plain = await Get(client, address);
        Assert.Equal(HttpStatusCode.NotFound, plain.StatusCode);
        Assert.Equal(File.ReadAllBytes(file.File), await plain.Content.ReadAsByteArrayAsync());
        AssertHeaders(file, plain, file.Headers.Keys);

        using var packed = await Get(client, address, "gzip");
        Assert.Equal(HttpStatusCode.NotFound, packed.StatusCode);
        using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        Assert.Equal(File.ReadAllText(file.File), await reader.ReadToEndAsync());
        AssertHeaders(file, packed, file.Headers.Keys);
    }

    [SkippableTheory]
    [InlineData("nginx", "/%E6%97%A7%E6%96%87/", "/zh/articles/%E8%82%BE%E7%97%85/")]
    [InlineData("nginx", "/%E6%97%A7%E6%96%87", "/zh/articles/%E8%82%BE%E7%97%85/")]
    [InlineData("nginx", "/%E6%97%A7%E6%96%87/?from=mail", "/zh/articles/%E8%82%BE%E7%97%85/?from=mail")]
    [InlineData("nginx", "/old%20page.html", "/en/articles/kidney/#_references")]
    [InlineData("caddy", "/%E6%97%A7%E6%96%87/", "/zh/articles/%E8%82%BE%E7%97%85/")]
    [InlineData("caddy", "/%E6%97%A7%E6%96%87", "/zh/articles/%E8%82%BE%E7%97%85/")]
    [InlineData("caddy", "/%E6%97%A7%E6%96%87/?from=mail", "/zh/articles/%E8%82%BE%E7%97%85/?from=mail")]
    [InlineData("caddy", "/old%20page.html", "/en/articles/kidney/#_references")]
    public async Task An_old_address_leads_to_the_new_one_at_once(string server, string from, string to)
    {
        var client = await served.ClientOf(server);
        using var response = await Get(client, from);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(to, ServedSites.HeadersOf(response)["Location"]);
        var page = served.Site.Files.Single(file => file.Path == "index.html");
        AssertHeaders(page, response, page.Headers.Keys.Where(name => name != HeaderSheet.ContentType));
    }

    [SkippableTheory, InlineData("nginx"), InlineData("caddy")]
    public async Task A_folder_without_its_slash_is_found(string server)
    {
        var client = await served.ClientOf(server);
        using var response = await Get(client, "/en/articles/kidney");
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.MovedPermanently, HttpStatusCode.PermanentRedirect });
        Assert.Equal("/en/articles/kidney/", ServedSites.HeadersOf(response)["Location"]);
    }

    [SkippableTheory, InlineData("nginx"), InlineData("caddy")]
    public async Task A_header_that_is_taken_away_is_not_sent(string server)
    {
        var client = await served.ClientOf(server);
        using var response = await Get(client, "/data/unknown.xyz");
        var headers = ServedSites.HeadersOf(response);
        Assert.False(headers.ContainsKey("Permissions-Policy"));
        Assert.Equal("no-store", headers["Cache-Control"]);
    }

    private static async Task<HttpResponseMessage> Get(HttpClient client, string address, string? accepted = null, EntityTagHeaderValue? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await client.SendAsync(request);
    }

    private static void AssertHeaders(StagedFile file, HttpResponseMessage response, IEnumerable<string> names)
    {
        var sent = ServedSites.HeadersOf(response);
        Assert.All(names, name => Assert.Equal((file.Path, name, file.Headers[name]), (file.Path, name, sent.GetValueOrDefault(name, ""))));
    }

    private bool IsRedirect(StagedFile file) => served.Site.Redirects.Any(redirect => redirect.From == AddressOf(file));

    private static string AddressOf(StagedFile file) => Address.EscapePath(Address.Of(file.Path));
}
