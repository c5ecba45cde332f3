using StaticSite.Publishing.Targets;
using StaticSite.Publishing.Targets.Objects;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Targets;

public sealed class RetryingStoreTests : IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly TestClock _clock = new();

    private RetryingStore Retrying => new(_store, _clock);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_busy_store_is_asked_again_after_longer_and_longer_waits()
    {
        _store.Before = (number, _) => FailIf(number <= 4);
        await Retrying.PutAsync("a", new MemoryStream([1, 2, 3]), HeaderSet.None, default);
        Assert.Equal([1, 2, 3], _store.Objects["a"].Bytes);
        Assert.Equal(4, _clock.Waits.Count);
        Assert.All(_clock.Waits.Zip(_clock.Waits.Skip(1)), pair => Assert.True(pair.Second > pair.First * 0.99));
    }

    [Fact]
    public async Task A_store_that_stays_busy_is_given_up()
    {
        _store.Before = (_, _) => FailIf(true);
        var fault = await Assert.ThrowsAsync<TargetFault>(() => Retrying.GetAsync("a", default));
        Assert.Equal("publish/store-failed", fault.Diagnostic.Code);
        Assert.Equal(7, _store.Requests);
    }

    [Fact]
    public async Task What_does_not_pass_is_not_tried_again()
    {
        _store.Before = (_, _) => throw new TargetFault(PublishDiagnostics.NotAllowed(default, "write objects"));
        await Assert.ThrowsAsync<TargetFault>(() => Retrying.CopyAsync("a", "b", HeaderSet.None, default));
        Assert.Equal(1, _store.Requests);
    }

    [Fact]
    public async Task A_create_only_write_whose_answer_was_lost_is_known_again()
    {
        var isLost = true;
        _store.Before = (_, name) =>
        {
            if (isLost && name.StartsWith("create", StringComparison.Ordinal))
            {
                isLost = false;
                _store.Objects["lock"] = ([7], HeaderSet.None);
                FailIf(true);
            }
        };
        Assert.True(await Retrying.CreateAsync("lock", [7], default));
        Assert.False(await Retrying.CreateAsync("lock", [8], default));
    }

    [Fact]
    public async Task A_publish_over_a_line_that_fails_every_third_time_comes_through()
    {
        using var test = new TestTarget();
        test.Store.Before = (number, _) => FailIf(number % 3 == 0);
        var site = FakeSite.Create(30);
        var settings = new StaticSite.Model.S3TargetSettings(default, default) { Prefix = "site/", StatePrefix = "site/.staticsite/" };
        using var target = new ObjectTarget(new RetryingStore(test.Store, test.Clock), settings);
        Assert.Equal(PublishStage.Done, (await test.PublishAsync(target, site)).Stage);
        Assert.Equal(TestTarget.TextsOf(site), test.StoredTexts());
    }

    private static void FailIf(bool fails)
    {
        if (fails)
        {
            throw new TargetFault(MemoryStore.Trouble, isTransient: true);
        }
    }
}
