using System.Diagnostics;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Servers;

/// <summary>
/// The program is killed at random moments: a reader who follows every link then finds nothing dead or torn, and running
/// it again finishes. STATICSITE_TEST_KILLS sets how often (20 where it is not set).
/// </summary>
[Collection(CephServer.Name)]
public sealed class KilledProcessTests(CephGateway gateway) : IDisposable
{
    private static readonly int s_kills = int.TryParse(Environment.GetEnvironmentVariable("STATICSITE_TEST_KILLS"), out var kills) ? kills : 20;

    private readonly string _root = Directory.CreateTempSubdirectory("staticsite-kill-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [SkippableFact]
    public async Task A_folder_is_whole_at_every_moment()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows cannot exchange a folder in one step.");
        var www = Path.Join(_root, "www");
        WriteSettings($"{{kind: directory, path: {www}, encodings: [gzip]}}");
        await KillOftenAsync(path =>
        {
            var place = Path.Join(www, "current", path);
            return Task.FromResult(File.Exists(place) ? File.ReadAllBytes(place) : null);
        });
        Assert.Empty(Directory.GetFileSystemEntries(Path.Join(www, ".staticsite", "locks")));
    }

    [SkippableFact]
    public async Task A_bucket_is_whole_at_every_moment()
    {
        var bucket = await gateway.CreateBucketAsync();
        WriteSettings($"{{kind: s3, endpoint: \"{gateway.Endpoint}\", bucket: {bucket}, prefix: site, path_style: true}}");
        using var client = gateway.Client();
        await KillOftenAsync(path => CephGateway.FetchAsync(client, bucket, "site/" + path));
    }

    private async Task KillOftenAsync(Func<string, Task<byte[]?>> fetch)
    {
        var random = new Random(20261122);
        var site = FakeSite.Create(60);
        await FinishAsync(site);
        var clock = Stopwatch.StartNew();
        await FinishAsync(site = site.Change(random));
        var whole = clock.Elapsed;
        for (var kill = 0; kill < s_kills; kill++)
        {
            site = site.Change(random);
            site.WriteOutput(_root);
            using (var process = Start())
            {
                // Half of them die while files are on their way, the others at any time from the start.
                var isUnderWay = random.Next(2) == 0 && await process.WaitForLineAsync("\"progress\"");
                await Task.Delay(whole * random.NextDouble() * (isUnderWay ? 0.3 : 1));
                await process.KillAsync();
            }

            var (faults, reached) = await Crawler.CrawlAsync(fetch);
            Assert.Empty(faults);
            Assert.InRange(reached, 30, 1000);
            if (kill % 4 == 3)
            {
                await FinishAsync(site);
            }
        }

        await FinishAsync(site);
        foreach (var (path, (_, text)) in site.Files)
        {
            Assert.Equal(text, await fetch(path) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null);
        }

        using var again = Start();
        var (code, said) = await again.FinishAsync();
        Assert.Equal(0, code);
        Assert.DoesNotContain("\"release\"", said, StringComparison.Ordinal);
    }

    private async Task FinishAsync(FakeSite site)
    {
        site.WriteOutput(_root);
        using var process = Start();
        var (code, said) = await process.FinishAsync();
        Assert.True(code == 0, said);
        Assert.Contains("\"stage\":\"done\"", said, StringComparison.Ordinal);
    }

    private StaticSiteProcess Start() => StaticSiteProcess.Start("publish", "production", "--root", _root, "--allow-deletes", "1000", "--format", "json");

    private void WriteSettings(string target)
    {
        Directory.CreateDirectory(Path.Join(_root, "input"));
        File.WriteAllText(Path.Join(_root, "input", "site.yml"), $$"""
            base_url: https://example.org
            languages: [zh]
            title: A site
            publish:
              keep_releases: 3
              keep_assets: 0
              targets:
                production: {{target}}
            """);
    }
}
