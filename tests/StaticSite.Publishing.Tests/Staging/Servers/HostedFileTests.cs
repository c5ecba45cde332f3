using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Publishing.Tests.Staging.Servers;

/// <summary>The files that Netlify and Cloudflare Pages read.</summary>
public sealed class HostedFileTests : IDisposable
{
    private readonly TestOutput _output = new() { Server = WebServer.CloudflarePages };

    private readonly TestOutput _netlify = new() { Server = WebServer.Netlify };

    public void Dispose()
    {
        _output.Dispose();
        _netlify.Dispose();
    }

    [Fact]
    public void Headers_are_told_by_folder_and_each_once_for_an_address()
    {
        var css = _output.HashedAsset("site", ".css", "p{}");
        var site = _output
            .Page("zh/文/index.html", "x").List("zh/index.html", "x").List("index.html", "x").List("zh/feed.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>")
            .Stage(TestOutput.With(TestOutput.Rule("/zh/文/", ("X-Note", "a"))));
        Assert.Equal(
            """
            /
              Cache-Control: public, max-age=60, stale-while-revalidate=600
            /*
              Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
              Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()
              Referrer-Policy: strict-origin-when-cross-origin
              Strict-Transport-Security: max-age=31536000
              X-Content-Type-Options: nosniff
            /assets/*
              Cache-Control: public, max-age=31536000, immutable
            /zh/%E6%96%87/*
              X-Note: a
            /zh/*
              Cache-Control: public, max-age=60, stale-while-revalidate=600
            /zh/feed.xml
              Content-Type: application/atom+xml; charset=utf-8

            """,
            Text(site, "_headers"),
            ignoreLineEndingDifferences: true);
        Assert.StartsWith("assets/site.", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_the_limit_the_rules_for_the_fewest_files_are_left_out()
    {
        for (var number = 0; number < 150; number++)
        {
            _output.Page($"zh/{number:D3}/index.html", "x").Page($"zh/{number:D3}/a.html", "x");
        }

        var outcome = _output.TryStage(TestOutput.With(
            [.. Enumerable.Range(0, 150).Select(number => TestOutput.Rule($"/zh/{number:D3}/", ("X-Number", number.ToString(CultureInfo.InvariantCulture))))]));
        var found = Assert.Single(outcome.Diagnostics);
        Assert.Equal("staging/too-many-header-rules", found.Code);
        Assert.Equal(
            "'_headers' would need 151 rules, and Cloudflare Pages takes 100. The 51 rules for the fewest files were left out; 51 files lack a header there.", found.Message);
        var patterns = Text(outcome.Value!, "_headers").Split('\n').Where(line => line.StartsWith('/')).ToList();
        Assert.Equal(100, patterns.Count);
        Assert.Contains("/*", patterns);
    }

    [Fact]
    public void A_header_that_is_too_long_for_a_line_is_left_out()
    {
        var outcome = _output.Page("a.html", "x").TryStage(TestOutput.With(TestOutput.Rule("/*", ("X-Long", new string('a', 2000)))));
        Assert.Equal(["staging/header-too-long"], outcome.Diagnostics.Select(found => found.Code));
        Assert.DoesNotContain("X-Long", Text(outcome.Value!, "_headers"), StringComparison.Ordinal);
    }

    [Fact]
    public void Netlify_has_no_such_limits()
    {
        for (var number = 0; number < 150; number++)
        {
            _netlify.Page($"zh/{number:D3}/index.html", "x");
        }

        var rules = Enumerable.Range(0, 150).Select(number => TestOutput.Rule($"/zh/{number:D3}/", ("X-Long", new string('a', 2000 + number))));
        Assert.Equal(151, Text(_netlify.Stage(TestOutput.With([.. rules])), "_headers").Split('\n').Count(line => line.StartsWith('/')));
    }

    [Fact]
    public void Cloudflare_is_told_the_redirects_alone() =>
        Assert.Equal("/%E6%97%A7/ /zh/%E6%96%B0/ 301\n", Text(WithRedirect(_output).Stage(), "_redirects"));

    [Fact]
    public void Netlify_is_told_to_redirect_where_a_page_stands_and_the_404_page_of_each_language() =>
        Assert.Equal("/%E6%97%A7/ /zh/%E6%96%B0/ 301!\n/zh/* /zh/404.html 404\n", Text(WithRedirect(_netlify).Stage(), "_redirects"));

    [Fact]
    public void Servers_of_ones_own_are_told_in_other_ways()
    {
        using var output = new TestOutput { Server = WebServer.Nginx };
        Assert.Empty(WithRedirect(output).Stage().ServerFiles);
    }

    [Fact]
    public void Beyond_the_limit_the_pages_lead_on_themselves()
    {
        for (var number = 0; number < 2001; number++)
        {
            _output.List($"{number}/index.html", Redirect("/zh/"));
        }

        var outcome = _output.TryStage();
        Assert.Equal(["staging/too-many-redirects"], outcome.Diagnostics.Select(found => found.Code));
        Assert.Equal(2000, Text(outcome.Value!, "_redirects").Count(letter => letter == '\n'));
    }

    [Fact]
    public void A_file_of_the_sites_own_is_left_alone()
    {
        var outcome = _output.Page("a.html", "x").Asset("_headers", "/*\n  X: y\n").TryStage();
        Assert.Equal(["staging/own-server-file"], outcome.Diagnostics.Select(found => found.Code));
        Assert.DoesNotContain(outcome.Value!.ServerFiles, file => file.Path == "_headers");
    }

    private static string Text(StagedSite site, string name) => File.ReadAllText(site.ServerFiles.Single(file => file.Path == name).File);

    private static TestOutput WithRedirect(TestOutput output) => output.List("旧/index.html", Redirect("/zh/新/")).List("404.html", "x").List("zh/404.html", "x");

    private static string Redirect(string target) => $"<meta http-equiv=refresh content='0; url={target}'>";
}
