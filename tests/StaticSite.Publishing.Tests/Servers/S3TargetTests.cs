using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using StaticSite.Model;
using StaticSite.Publishing.Locks;
using StaticSite.Publishing.Releases;
using StaticSite.Publishing.Targets.Objects;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Servers;

[Collection(CephServer.Name)]
public sealed class S3TargetTests(CephGateway gateway) : IDisposable
{
    private readonly TestTarget _test = new();

    public void Dispose() => _test.Dispose();

    [SkippableFact]
    public async Task A_site_arrives_with_its_headers_and_a_second_publish_only_looks()
    {
        var bucket = await gateway.CreateBucketAsync();
        var site = FakeSite.Create(40).With("zh/干细胞 治疗/图 1+2 (a)&b.svg", FileKind.Asset, "<svg/>");
        using var target = Open(bucket);
        var first = await _test.PublishAsync(target, site);
        Assert.Empty(first.Diagnostics);
        Assert.Equal(PublishStage.Done, first.Stage);

        using var client = gateway.Client();
        await AssertServesAsync(client, bucket, site);
        using var page = await client.GetObjectAsync(bucket, "site/zh/articles/p00003/index.html");
        Assert.Equal("text/html; charset=utf-8", page.Headers.ContentType);
        Assert.Equal("public, max-age=60", page.Headers.CacheControl);

        using var again = Open(bucket);
        var second = await _test.PublishAsync(again, site);
        Assert.Null(second.Release);
        Assert.InRange(second.Requests, 1, 6);
    }

    [SkippableFact]
    public async Task One_article_of_a_thousand_takes_only_its_own_files_along()
    {
        var bucket = await gateway.CreateBucketAsync();
        var site = FakeSite.Create(1000);
        using (var target = Open(bucket))
        {
            await _test.PublishAsync(target, site);
        }

        using var again = Open(bucket);
        var changed = site.ChangeOne("p00500");
        var result = await _test.PublishAsync(again, changed);
        Assert.Equal(["zh/articles/p00500/index.html"], result.Plan!.ToWrite.Select(file => file.File.Path));
        Assert.Single(result.Plan.Sends);
        Assert.InRange(result.Requests, 1, 15);
        using var client = gateway.Client();
        await AssertServesAsync(client, bucket, changed);
    }

    [SkippableFact]
    public async Task Releases_come_and_go_and_come_back()
    {
        var bucket = await gateway.CreateBucketAsync();
        using var target = Open(bucket);
        using var client = gateway.Client();
        var random = new Random(3);
        var first = FakeSite.Create(30);
        var one = await _test.PublishAsync(target, first);
        var second = first.Change(random);
        await _test.PublishAsync(target, second);
        await AssertServesAsync(client, bucket, second);
        Directory.Delete(Path.Join(_test.Folder, "root"), recursive: true);

        var back = await _test.RollbackAsync(target);
        Assert.Equal((PublishStage.Done, one.Release!.Id), (back.Stage, back.Release!.RestoredFrom));
        await AssertServesAsync(client, bucket, first);
        Assert.Equal([3, 2, 1], (await new SitePublisher(target, _test.Setup()).ListAsync(default)).Select(release => release.Number));
        Assert.Equal("publish/unknown-release", (await _test.RollbackAsync(target, "20200101T000000Z-1")).Diagnostics.Single().Code);
    }

    [SkippableFact]
    public async Task Another_form_of_compression_is_stored_as_such()
    {
        var bucket = await gateway.CreateBucketAsync();
        var staged = _test.Stage(FakeSite.Create(1));
        var packed = Path.Join(_test.Folder, "packed");
        await File.WriteAllTextAsync(packed, "packed");
        var variant = new StagedVariant("br", ".br", packed, 6, FakeSite.HashOf("packed"u8.ToArray()));
        staged = staged with { Files = [.. staged.Files.Select(file => file.Path == "index.html" ? file with { Variants = [variant] } : file)] };
        using var target = Open(bucket, settings => settings with { Encoding = StoredEncoding.Br });
        Assert.Equal(PublishStage.Done, (await _test.PublishAsync(target, staged)).Stage);
        using var client = gateway.Client();
        using var stored = await client.GetObjectAsync(bucket, "site/index.html");
        Assert.Equal(("br", 6L), (stored.Headers.ContentEncoding, stored.Headers.ContentLength));
        using var plain = await client.GetObjectAsync(bucket, "site/zh/index.html");
        Assert.True(string.IsNullOrEmpty(plain.Headers.ContentEncoding));
    }

    [SkippableFact]
    public async Task A_lost_manifest_and_foreign_changes_are_found_by_listing()
    {
        var bucket = await gateway.CreateBucketAsync();
        using var client = gateway.Client();
        var site = FakeSite.Create(20);
        using var target = Open(bucket);
        await _test.PublishAsync(target, site);
        await client.DeleteObjectAsync(bucket, "site/.staticsite/" + StateNames.Manifest);
        var recovered = await _test.PublishAsync(target, site);
        Assert.Equal(["publish/manifest-damaged"], recovered.Diagnostics.Select(found => found.Code));
        Assert.Empty(recovered.Plan!.ToWrite);

        await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "site/zh/articles/p00007/index.html", ContentBody = "hacked" });
        await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "site/note.txt", ContentBody = "foreign" });
        var verified = await _test.PublishAsync(target, site, new PublishOptions { Verify = true });
        Assert.Equal(["zh/articles/p00007/index.html"], verified.Differences.Changed.ToArray());
        Assert.Equal(["note.txt"], verified.Differences.Foreign.ToArray());
        await AssertServesAsync(client, bucket, site);
        Assert.Equal("foreign", Encoding.UTF8.GetString((await CephGateway.FetchAsync(client, bucket, "site/note.txt"))!));
    }

    [SkippableFact]
    public async Task A_second_publisher_is_refused_by_the_store_itself()
    {
        var bucket = await gateway.CreateBucketAsync();
        using var target = Open(bucket);
        var settings = new LockSettings(LockHolder.Current(), _ => false, false, TimeProvider.System);
        await using (await PublishLock.AcquireAsync(target.Documents, settings, default))
        {
            var setup = _test.Setup() with { HasEnded = _ => false };
            var refused = await new SitePublisher(target, setup).PublishAsync(_test.Stage(FakeSite.Create(2)), new PublishOptions(), default);
            Assert.Equal(["publish/locked"], refused.Diagnostics.Select(found => found.Code));
        }

        var racers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => target.Documents.CreateAsync("race", [(byte)number], default)));
        Assert.Single(racers, won => won);
        Assert.Equal(PublishStage.Done, (await _test.PublishAsync(target, FakeSite.Create(2))).Stage);
    }

    [SkippableFact]
    public async Task What_is_wrong_with_a_target_is_said()
    {
        var bucket = await gateway.CreateBucketAsync();
        Assert.Equal("publish/no-bucket", await CodeAsync(gateway.Settings("no-such-bucket"), gateway.Client()));
        Assert.Equal("publish/not-allowed", await CodeAsync(gateway.Settings(bucket), gateway.Client("stranger")));
        Assert.Equal("publish/credentials-refused", await CodeAsync(gateway.Settings(bucket), WithSecret(CephGateway.Key, "wrong")));
        Assert.Equal("publish/credentials-refused", await CodeAsync(gateway.Settings(bucket), WithSecret("nobody", "wrong")));
        var nowhere = gateway.Settings(bucket) with { Endpoint = new Uri("http://127.0.0.1:1") };
        Assert.Equal("publish/unreachable", await CodeAsync(nowhere, new AmazonS3Client("a", "b", new AmazonS3Config { ServiceURL = "http://127.0.0.1:1", MaxErrorRetry = 0 })));
    }

    [SkippableFact]
    public async Task Whoever_may_not_delete_is_told_before_anything_is_done()
    {
        var bucket = await gateway.CreateBucketAsync();
        using var target = Open(bucket);
        using var client = gateway.Client();
        var site = FakeSite.Create(20);
        await _test.PublishAsync(target, site);
        await client.PutBucketPolicyAsync(bucket, $$"""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::{{bucket}}/*"}]}
            """);
        var result = await _test.PublishAsync(target, site.Without("p00001"));
        Assert.Equal(["publish/not-allowed"], result.Diagnostics.Select(found => found.Code));
        await AssertServesAsync(client, bucket, site);
    }

    /// <summary>The whole site stands there, and a reader finds nothing dead or torn.</summary>
    private static async Task AssertServesAsync(IAmazonS3 client, string bucket, FakeSite site)
    {
        foreach (var (path, (_, text)) in site.Files)
        {
            var bytes = await CephGateway.FetchAsync(client, bucket, "site/" + path);
            Assert.True(bytes is not null, path);
            Assert.Equal(text, Encoding.UTF8.GetString(bytes));
        }

        var (faults, _) = await Crawler.CrawlAsync(path => CephGateway.FetchAsync(client, bucket, "site/" + path));
        Assert.Empty(faults);
    }

    private ObjectTarget Open(string bucket, Func<S3TargetSettings, S3TargetSettings>? change = null)
    {
        var settings = (change ?? (same => same))(gateway.Settings(bucket));
        return new ObjectTarget(new RetryingStore(new S3Store(gateway.Client(), settings), _test.Clock), settings);
    }

    private AmazonS3Client WithSecret(string key, string secret) =>
        new(new BasicAWSCredentials(key, secret), new AmazonS3Config { ServiceURL = gateway.Endpoint.AbsoluteUri, ForcePathStyle = true, MaxErrorRetry = 0 });

    private async Task<string> CodeAsync(S3TargetSettings settings, AmazonS3Client client)
    {
        using var target = new ObjectTarget(new RetryingStore(new S3Store(client, settings), _test.Clock), settings);
        return (await _test.PublishAsync(target, FakeSite.Create(1))).Diagnostics.Single().Code;
    }
}
