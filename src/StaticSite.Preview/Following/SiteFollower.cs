using System.Runtime.ExceptionServices;
using StaticSite.Model;
using StaticSite.Preview.Desk;

namespace StaticSite.Preview.Following;

/// <summary>Keeps a site up to date with its folder, and tells those who wait.</summary>
internal sealed class SiteFollower : IDeskSource, IDisposable
{
    /// <summary>Other pages than the edited one can wait until the editor pauses.</summary>
    private static readonly TimeSpan s_settleAfter = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    private readonly LiveSite _site;
    private readonly FolderWatch _watch;
    private readonly BuildOptions _options;
    private readonly TimeProvider _clock;
    private volatile bool _isCacheDamaged;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteFollower(LiveSite site, FolderWatch watch, BuildOptions options, TimeProvider clock)
    {
        (_site, _watch, _options, _clock) = (site, watch, options, clock);
    }

    public LiveSnapshot Snapshot => _site.Current;

    public static SiteFollower Open(BuildOptions options, TimeProvider clock, IProgress<BuildProgress>? progress, CancellationToken cancellation) =>
        new(LiveSite.Open(options, clock, progress, cancellation), new FolderWatch(options.Root), options, clock);

    /// <summary>Follows the folder until it is cancelled.</summary>
    /// <param name="changed">Called after every change of the sources, with how long it took from the moment that it was known.</param>
    public async Task Follow(Action<LiveSnapshot, TimeSpan> changed, CancellationToken cancellation)
    {
        await Task.Run(() => StartWatching(changed), cancellation);
        Task<IReadOnlySet<string>?>? waiting = null;
        Settling? settling = null;
        var settled = Task.FromResult(_site.Current);
        while (true)
        {
            waiting ??= _watch.WaitForChange(_site.Current.IsSettled ? UntilNextPublication() : s_settleAfter, cancellation);
            await Task.WhenAny(settling is null ? [waiting] : [waiting, settled]);
            if (settling is not null && settled.IsCompleted)
            {
                Publish(_site.Current, settled.IsCompletedSuccessfully ? _site.Accept(settling, await settled) : Recover(settled.Exception!));
                settling = null;
            }

            if (!waiting.IsCompleted)
            {
                continue;
            }

            var touched = await waiting;
            waiting = null;
            if (touched is not { Count: 0 })
            {
                Update(touched, changed);
            }
            else if (settling is null && _site.Settle() is { } work)
            {
                settling = work;
                settled = Task.Run(work.Work, cancellation);
            }
        }
    }

    /// <summary>The site as soon as it is another than <paramref name="revision"/>.</summary>
    public async Task<LiveSnapshot> WaitForSnapshot(long revision, CancellationToken cancellation)
    {
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (_site.Current is { } snapshot && snapshot.Revision != revision)
            {
                return snapshot;
            }

            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Asked for only where there is something to show.</summary>
    public DeskSite Current => View(_site.Current)!;

    public async Task<DeskSite> WaitForChange(long revision, CancellationToken cancellation)
    {
        while (true)
        {
            var snapshot = await WaitForSnapshot(revision, cancellation);
            if (View(snapshot) is { } view)
            {
                return view;
            }

            revision = snapshot.Revision;
        }
    }

    /// <summary>A text in the cache turned out to be damaged.</summary>
    public void DoWithoutCache()
    {
        _isCacheDamaged = true;
        _watch.LookAgain();
    }

    public void Dispose()
    {
        _watch.Dispose();
        _site.Dispose();
    }

    /// <summary>Whoever opens a large site waits for its first page, and not for thousands of folders to be watched. What was changed before they are is found by another look at the files.</summary>
    private void StartWatching(Action<LiveSnapshot, TimeSpan> changed)
    {
        _site.Current.PrepareRelated();
        _watch.Watch();
        Update(null, changed);
        if (_site.Doubtful.Count > 0)
        {
            Update(_site.Doubtful, changed);
        }
    }

    private void Update(IReadOnlySet<string>? touched, Action<LiveSnapshot, TimeSpan> changed)
    {
        var (before, since) = (_site.Current, _clock.GetTimestamp());
        if (Publish(before, Update(touched)))
        {
            changed(_site.Current, _clock.GetElapsedTime(since));
        }
    }

    private LiveSnapshot Update(IReadOnlySet<string>? touched)
    {
        try
        {
            return _isCacheDamaged ? Reread() : _site.Update(touched);
        }
        catch (Exception error)
        {
            return Recover(error);
        }
    }

    /// <summary>A damaged cache is done without. A folder that vanishes while it is read tells of itself soon: until then the site stays as it is.</summary>
    private LiveSnapshot Recover(Exception error)
    {
        if (SiteBuild.IsDamagedCache(error))
        {
            return Reread();
        }

        if (error is IOException or UnauthorizedAccessException or AggregateException { InnerException: IOException or UnauthorizedAccessException })
        {
            _watch.LookAgain();
            return _site.Current;
        }

        ExceptionDispatchInfo.Throw(error);
        throw error;
    }

    private LiveSnapshot Reread()
    {
        _isCacheDamaged = false;
        return _site.Reread();
    }

    /// <summary>Tells those who wait, where there is something to tell.</summary>
    private bool Publish(LiveSnapshot before, LiveSnapshot after)
    {
        if (after == before)
        {
            return false;
        }

        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return true;
    }

    private DeskSite? View(LiveSnapshot snapshot) => snapshot is { Site: { } site, Linked: { } linked }
        ? new(snapshot.Revision, _options.Root, site, linked, DiagnosticOrder.Sort(snapshot.Diagnostics), snapshot.FindText, _clock.GetUtcNow())
        : null;

    private TimeSpan UntilNextPublication()
    {
        var until = _site.Current.NextPublication - _clock.GetUtcNow();
        return until < TimeSpan.Zero ? TimeSpan.Zero : until > s_longest ? s_longest : until;
    }
}
