using StaticSite.Model;
using StaticSite.Publishing.Locks;

namespace StaticSite.Publishing;

/// <summary>What stays the same for all runs against one target.</summary>
internal sealed record PublishSetup(TargetSettings Target, PublishSettings Settings, Uri BaseUrl)
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;
    public IProgress<PublishProgress>? Progress { get; init; }

    /// <summary>How many files are written at once.</summary>
    public int Parallelism { get; init; } = 24;
    public LockHolder Holder { get; init; } = LockHolder.Current();

    /// <summary>Whether the holder of a lock is known to have ended.</summary>
    public Func<LockHolder, bool> HasEnded { get; init; } = holder => holder.HasEnded();

    public TimeSpan LockRenewal { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Tells caches; null where nobody is to be told. Gives what went wrong.</summary>
    public Func<IReadOnlyCollection<string>, CancellationToken, Task<string?>>? Purge { get; init; }
}
