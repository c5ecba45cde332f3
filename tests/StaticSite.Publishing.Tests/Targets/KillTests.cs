using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Targets;

/// <summary>A publisher that ends at every single request to a store: readers find nothing dead or torn, and the next run finishes.</summary>
public sealed class KillTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whichever_request_is_the_last_no_link_breaks_and_the_next_run_finishes(int seed)
    {
        using var test = new TestTarget { Settings = new() { KeepReleases = 2, KeepAssets = 0 } };
        var random = new Random(seed);
        var site = FakeSite.Create(7);
        await test.PublishAsync(test.OpenStore(), site);
        for (var fatal = 1; ; fatal++)
        {
            var next = site.Change(random);
            var ended = await KillAsync(test, fatal, target => test.PublishAsync(target, next));
            await AssertWholeAsync(test);
            if (!ended)
            {
                // The run came to its end before it could be killed.
                Assert.InRange(fatal, 20, 500);
                return;
            }

            // Half of the time the site has changed again before somebody publishes.
            site = random.Next(2) == 0 ? next : next.Change(random);
            var finished = await test.PublishAsync(test.OpenStore(), site);
            Assert.Equal(PublishStage.Done, finished.Stage);
            AssertServes(test, site, finished);
        }
    }

    [Fact]
    public async Task A_rollback_that_is_killed_breaks_no_link_either()
    {
        using var test = new TestTarget();
        var random = new Random(7);
        var site = FakeSite.Create(7);
        for (var fatal = 1; ; fatal++)
        {
            await test.PublishAsync(test.OpenStore(), site);
            await test.PublishAsync(test.OpenStore(), site.Change(random));
            var ended = await KillAsync(test, fatal, target => test.RollbackAsync(target));
            await AssertWholeAsync(test);
            if (!ended)
            {
                Assert.InRange(fatal, 20, 500);
                return;
            }

            var published = site.Change(random);
            var finished = await test.PublishAsync(test.OpenStore(), published);
            AssertServes(test, published, finished);
        }
    }

    [Fact]
    public async Task What_was_sent_before_the_end_is_not_sent_again()
    {
        using var test = new TestTarget();
        var site = FakeSite.Create(40);
        var puts = 0;
        test.Store.Before = (_, name) =>
        {
            if (name.StartsWith("put site/.staticsite/contents/", StringComparison.Ordinal) && Interlocked.Increment(ref puts) > 20)
            {
                throw new EndOfProcessException();
            }
        };
        await Assert.ThrowsAnyAsync<EndOfProcessException>(() => test.PublishAsync(test.OpenStore(), site));
        test.Store.Before = null;
        var result = await test.PublishAsync(test.OpenStore(), site);
        Assert.Equal(["publish/resumed"], result.Diagnostics.Select(found => found.Code));
        Assert.Equal(site.Files.Count - 20, result.Plan!.Sends.Length);
        Assert.Equal(PublishStage.Done, result.Stage);
    }

    [Fact]
    public async Task A_cache_hears_of_what_a_killed_run_changed()
    {
        using var test = new TestTarget();
        var site = FakeSite.Create(10);
        await test.PublishAsync(test.OpenStore(), site);
        var changed = site.ChangeOne("p00004").ChangeOne("p00007");
        await KillAtAsync(test, "put site/.staticsite/manifest", target => test.PublishAsync(target, changed));
        var finished = await test.PublishAsync(test.OpenStore(), changed);
        Assert.Equal(["publish/lock-taken", "publish/resumed"], finished.Diagnostics.Select(found => found.Code));
        Assert.Equal(["https://example.org/zh/articles/p00004/", "https://example.org/zh/articles/p00007/"], test.Purges[^1]);
    }

    private static Task<bool> KillAsync(TestTarget test, int fatal, Func<StaticSite.Publishing.Targets.ITarget, Task> run)
    {
        var start = test.Store.Requests;
        return KillAsync(test, (number, _) => number - start >= fatal, run);
    }

    private static Task<bool> KillAtAsync(TestTarget test, string request, Func<StaticSite.Publishing.Targets.ITarget, Task> run) =>
        KillAsync(test, (_, name) => name.StartsWith(request, StringComparison.Ordinal), run);

    /// <summary>From the fatal request on, nothing reaches the store.</summary>
    private static async Task<bool> KillAsync(TestTarget test, Func<long, string, bool> isFatal, Func<StaticSite.Publishing.Targets.ITarget, Task> run)
    {
        var hasEnded = false;
        test.Store.Before = (number, name) =>
        {
            if (hasEnded |= isFatal(number, name))
            {
                throw new EndOfProcessException();
            }
        };
        try
        {
            await run(test.OpenStore());
        }
        catch (EndOfProcessException)
        {
            // It does not get to clean up.
        }

        test.Store.Before = null;
        return hasEnded;
    }

    private static async Task AssertWholeAsync(TestTarget test)
    {
        var (faults, reached) = await Crawler.CrawlAsync(test.FetchFromStore);
        Assert.Empty(faults);
        Assert.InRange(reached, 5, 1000);
    }

    private static void AssertServes(TestTarget test, FakeSite site, PublishResult result)
    {
        var texts = test.StoredTexts();
        foreach (var path in result.Plan!.Kept.Keys)
        {
            texts.Remove(path);
        }

        Assert.Equal(TestTarget.TextsOf(site), texts);
        Assert.DoesNotContain(test.Store.Objects.Keys, key => key.Contains("/locks/", StringComparison.Ordinal) || key.Contains("pending", StringComparison.Ordinal));
    }

    private sealed class EndOfProcessException : Exception;
}
