using StaticSite.Publishing.Locks;
using StaticSite.Publishing.Releases;
using StaticSite.Publishing.Targets;
using StaticSite.Publishing.Targets.Objects;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Locks;

public sealed class PublishLockTests : IDisposable
{
    private static readonly LockHolder s_me = new("me", "editor", "office", "m1", 1, default);
    private static readonly LockHolder s_other = new("other", "王编辑", "laptop", "m2", 2, default);

    private readonly MemoryStore _store = new();
    private readonly TestClock _clock = new();

    private ObjectDocuments Documents => new(_store, "");

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_second_publisher_is_refused_and_told_who_and_since_when()
    {
        await using var first = await PublishLock.AcquireAsync(Documents, Settings(s_other), default);
        _clock.Pass(TimeSpan.FromMinutes(3));
        var fault = await Assert.ThrowsAsync<TargetFault>(() => PublishLock.AcquireAsync(Documents, Settings(s_me), default));
        Assert.Equal("publish/locked", fault.Diagnostic.Code);
        Assert.Contains("王编辑 on laptop", fault.Message, StringComparison.Ordinal);
        Assert.Contains("2026-11-22T08:00:00Z", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_is_gone_when_its_work_is_done()
    {
        await using (await PublishLock.AcquireAsync(Documents, Settings(s_other), default))
        {
            Assert.NotEmpty(_store.Objects);
        }

        Assert.Empty(_store.Objects);
        await using var next = await PublishLock.AcquireAsync(Documents, Settings(s_me), default);
        Assert.Null(next.Taken);
    }

    [Fact]
    public async Task The_lock_of_a_process_that_has_ended_is_taken_over()
    {
        await LeaveLockAsync();
        await using var taken = await PublishLock.AcquireAsync(Documents, Settings(s_me, hasEnded: true), default);
        Assert.Equal("other", taken.Taken!.Id);
        Assert.Single(_store.Objects);
    }

    [Fact]
    public async Task A_lock_without_signs_of_life_is_taken_over_only_when_that_is_asked_for()
    {
        await LeaveLockAsync();
        await Assert.ThrowsAsync<TargetFault>(() => PublishLock.AcquireAsync(Documents, Settings(s_me), default));
        await using var taken = await PublishLock.AcquireAsync(Documents, Settings(s_me, takeOver: true), default);
        Assert.Equal("other", taken.Taken!.Id);
        Assert.Contains(_clock.Waits, wait => wait > TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_lock_that_shows_signs_of_life_is_not_taken_over()
    {
        await LeaveLockAsync();
        var reads = 0;
        _store.Before = (_, name) =>
        {
            if (name.StartsWith("get locks/", StringComparison.Ordinal) && ++reads == 2)
            {
                var key = _store.Objects.Keys.Single();
                _store.Objects[key] = ((s_other with { Seen = _clock.GetUtcNow() + TimeSpan.FromSeconds(20) }).ToBytes(), HeaderSet.None);
            }
        };
        var fault = await Assert.ThrowsAsync<TargetFault>(() => PublishLock.AcquireAsync(Documents, Settings(s_me, takeOver: true), default));
        Assert.Equal("publish/lock-alive", fault.Diagnostic.Code);
    }

    [Fact]
    public async Task Of_many_that_find_a_dead_lock_at_once_one_gets_past_it()
    {
        for (var round = 0; round < 50; round++)
        {
            _store.Objects.Clear();
            await LeaveLockAsync();
            var held = 0;
            var most = 0;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
            {
                try
                {
                    await using var taken = await PublishLock.AcquireAsync(Documents, Settings(s_me with { Id = $"{number}" }, holder => holder.Id == "other"), default);
                    InterlockedMax(ref most, Interlocked.Increment(ref held));
                    await Task.Yield();
                    Interlocked.Decrement(ref held);
                }
                catch (TargetFault)
                {
                    // Refused, which is what is wanted.
                }
            })));
            Assert.InRange(most, 0, 1);
        }
    }

    [Fact]
    public async Task A_lock_that_cannot_be_read_is_still_a_lock()
    {
        _store.Objects[StateNames.Locks + "000000001"] = ([1, 2, 3], HeaderSet.None);
        var fault = await Assert.ThrowsAsync<TargetFault>(() => PublishLock.AcquireAsync(Documents, Settings(s_me), default));
        Assert.Equal("publish/locked", fault.Diagnostic.Code);
        Assert.Equal("Somebody is publishing here: a lock stands, and whose it is cannot be read.", fault.Diagnostic.Message);
    }

    [Fact]
    public void This_process_is_alive_and_one_that_never_was_has_ended()
    {
        var me = LockHolder.Current();
        Assert.False(me.HasEnded());
        Assert.False((me with { Machine = "elsewhere", ProcessId = 1 << 22 }).HasEnded());
        if (me.Machine.Length > 0)
        {
            Assert.True((me with { ProcessId = (1 << 22) - 1 }).HasEnded());
            Assert.True((me with { Started = me.Started.AddHours(-1) }).HasEnded());
        }
    }

    private async Task LeaveLockAsync() =>
        await Documents.CreateAsync(StateNames.Locks + "000000001", (s_other with { Since = _clock.GetUtcNow(), Seen = _clock.GetUtcNow() }).ToBytes(), default);

    private LockSettings Settings(LockHolder holder, bool hasEnded = false, bool takeOver = false) => new(holder, _ => hasEnded, takeOver, _clock);

    private LockSettings Settings(LockHolder holder, Func<LockHolder, bool> hasEnded) => new(holder, hasEnded, false, _clock);

    private static void InterlockedMax(ref int place, int value)
    {
        for (var seen = place; value > seen; seen = place)
        {
            Interlocked.CompareExchange(ref place, value, seen);
        }
    }
}
