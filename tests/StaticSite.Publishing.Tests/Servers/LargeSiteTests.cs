using System.Diagnostics;
using System.Globalization;
using StaticSite.Publishing.Tests.Support;
using Xunit.Abstractions;

namespace StaticSite.Publishing.Tests.Servers;

/// <summary>
/// How fast a large site is published to a store, and with how much memory: runs where STATICSITE_TEST_LARGE says how many
/// pages (20000), and prints what it measured.
/// </summary>
[Collection(CephServer.Name)]
public sealed class LargeSiteTests(CephGateway gateway, ITestOutputHelper output) : IDisposable
{
    private const int PageSize = 6000;

    private readonly string _root = Directory.CreateTempSubdirectory("staticsite-large-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [SkippableFact]
    public async Task A_large_site_goes_through_in_little_memory()
    {
        Skip.IfNot(int.TryParse(Environment.GetEnvironmentVariable("STATICSITE_TEST_LARGE"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages), "STATICSITE_TEST_LARGE is not set.");
        var bucket = await gateway.CreateBucketAsync();
        Directory.CreateDirectory(Path.Join(_root, "input"));
        await File.WriteAllTextAsync(Path.Join(_root, "input", "site.yml"), $$"""
            base_url: https://example.org
            languages: [zh]
            title: A site
            publish:
              targets:
                production: {kind: s3, endpoint: "{{gateway.Endpoint}}", bucket: {{bucket}}, path_style: true }
            """);
        var site = FakeSite.Create(pages, PageSize);
        site.WriteOutput(_root);
        Assert.InRange(await PublishAsync("first"), 0, 600_000_000);
        Assert.InRange(await PublishAsync("unchanged"), 0, 600_000_000);
        site.ChangeOne("p00100").WriteOutput(_root);
        Assert.InRange(await PublishAsync("one changed"), 0, 600_000_000);
    }

    /// <returns>The most memory that the program had.</returns>
    private async Task<long> PublishAsync(string what)
    {
        var clock = Stopwatch.StartNew();
        using var process = StaticSiteProcess.Start("publish", "production", "--root", _root, "--format", "json");
        var finished = process.FinishAsync();
        var most = 0L;
        while (!finished.IsCompleted)
        {
            most = Math.Max(most, process.Memory());
            await Task.WhenAny(finished, Task.Delay(50));
        }

        var (code, said) = await finished;
        Assert.True(code == 0, said);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalSeconds:0.0} s, at most {most / 1e6:0} MB. {process.Lines[^1]}"));
        return most;
    }
}
