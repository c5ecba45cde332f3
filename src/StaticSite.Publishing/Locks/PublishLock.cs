using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;
using StaticSite.Publishing.Releases;
using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing.Locks;

/// <summary>
/// Keeps a second publisher away from a target. Locks are numbered, each is created with a write that is refused where
/// one stands already, and the one with the highest number counts: so of two that find a dead one, only one gets past it.
/// </summary>
internal sealed class PublishLock : IAsyncDisposable
{
    private const int Attempts = 4;

    private readonly IDocuments _documents;
    private readonly LockSettings _settings;
    private readonly string _name;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _lost = new();
    private LockHolder _holder;
    private Task _renewal = Task.CompletedTask;

    private PublishLock(IDocuments documents, LockSettings settings, string name, LockHolder holder)
    {
        (_documents, _settings, _name, _holder) = (documents, settings, name, holder);
    }

    /// <summary>Cancelled when somebody else has taken the target over.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>The publisher that did not finish, and whose lock was taken over.</summary>
    public LockHolder? Taken { get; private init; }

    /// <exception cref="TargetFault">Somebody else publishes.</exception>
    public static async Task<PublishLock> AcquireAsync(IDocuments documents, LockSettings settings, CancellationToken cancellation)
    {
        var name = NameOf(1);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var standing = await documents.ListAsync(StateNames.Locks, cancellation);
            var dead = standing.IsEmpty ? null : await FindDeadAsync(documents, standing[^1], settings, cancellation);
            if (!standing.IsEmpty && dead is null)
            {
                continue;
            }

            name = standing.IsEmpty ? NameOf(1) : NameOf(NumberOf(standing[^1]) + 1);
            var now = settings.Clock.GetUtcNow();
            var mine = settings.Holder with { Since = now, Seen = now };
            if (!await documents.CreateAsync(name, mine.ToBytes(), cancellation))
            {
                break;
            }

            if (await StandsAloneAsync(documents, name, standing, dead, cancellation))
            {
                var acquired = new PublishLock(documents, settings, name, mine) { Taken = dead };
                await acquired.StartAsync(standing, cancellation);
                return acquired;
            }

            await documents.DeleteAsync(name, cancellation);
        }

        throw new TargetFault(Describe(LockHolder.Parse(await documents.ReadAsync(name, cancellation) ?? [])));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewal;
        if (!_lost.IsCancellationRequested)
        {
            try
            {
                await _documents.DeleteAsync(_name, CancellationToken.None);
            }
            catch (TargetFault)
            {
                // What is left is a lock of a process that has ended, which the next publisher sees.
            }
        }

        _stop.Dispose();
        _lost.Dispose();
    }

    /// <summary>The holder of a lock that nobody holds any more; null where it is gone by now.</summary>
    private static async Task<LockHolder?> FindDeadAsync(IDocuments documents, string name, LockSettings settings, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(name, cancellation) is not { } bytes)
        {
            return null;
        }

        var holder = LockHolder.Parse(bytes);
        if (settings.HasEnded(holder))
        {
            return holder;
        }

        if (!settings.TakeOver)
        {
            throw new TargetFault(Describe(holder));
        }

        // No two clocks agree: only a lock that stays as it is for longer than it takes to renew it is dead.
        await Task.Delay(settings.Renewal * 2.5, settings.Clock, cancellation);
        if (await documents.ReadAsync(name, cancellation) is not { } later)
        {
            return null;
        }

        return later.AsSpan().SequenceEqual(bytes) ? holder : throw new TargetFault(PublishDiagnostics.LockAlive(holder.ShownAs));
    }

    /// <summary>Between looking and writing, somebody may have come, finished and gone: then a number is no longer whose it was.</summary>
    private static async Task<bool> StandsAloneAsync(
        IDocuments documents, string name, ImmutableArray<string> before, LockHolder? dead, CancellationToken cancellation)
    {
        var others = (await documents.ListAsync(StateNames.Locks, cancellation)).Remove(name);
        if (dead is null)
        {
            return others.IsEmpty;
        }

        return others.All(before.Contains)
            && others.Contains(before[^1])
            && await documents.ReadAsync(before[^1], cancellation) is { } bytes
            && LockHolder.Parse(bytes).Id == dead.Id;
    }

    private async Task StartAsync(ImmutableArray<string> dead, CancellationToken cancellation)
    {
        foreach (var name in dead)
        {
            await _documents.DeleteAsync(name, cancellation);
        }

        _renewal = RenewAsync();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(_settings.Renewal, _settings.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await RenewOnceAsync();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            var standing = await _documents.ListAsync(StateNames.Locks, _stop.Token);
            if (!standing.IsEmpty && standing[^1] == _name)
            {
                _holder = _holder with { Seen = _settings.Clock.GetUtcNow() };
                await _documents.WriteAsync(_name, _holder.ToBytes(), _stop.Token);
            }
            else
            {
                await _lost.CancelAsync();
            }
        }
        catch (TargetFault)
        {
            // The work itself will meet what is wrong; a sign of life that was missed is not.
        }
    }

    private static Diagnostic Describe(LockHolder holder) => PublishDiagnostics.Locked(holder.IsKnown
        ? $"{holder.ShownAs} has been publishing here since {ReleaseFormat.Text(holder.Since)} (last sign of life: {ReleaseFormat.Text(holder.Seen)})."
        : "Somebody is publishing here: a lock stands, and whose it is cannot be read.");

    private static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{StateNames.Locks}{number:D9}");

    private static long NumberOf(string name) =>
        long.TryParse(name.AsSpan(StateNames.Locks.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <param name="Holder">Who asks.</param>
/// <param name="HasEnded">Whether a holder is known to have ended.</param>
/// <param name="TakeOver">A lock that shows no sign of life is taken over, wherever its holder was.</param>
internal sealed record LockSettings(LockHolder Holder, Func<LockHolder, bool> HasEnded, bool TakeOver, TimeProvider Clock)
{
    /// <summary>How often a sign of life is given.</summary>
    public TimeSpan Renewal { get; init; } = TimeSpan.FromSeconds(20);
}
