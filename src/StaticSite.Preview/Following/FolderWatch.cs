using System.Threading.Channels;

namespace StaticSite.Preview.Following;

/// <summary>
/// Tells which files of a site were touched. Systems lose such events (a queue that is full, a network disk, too many folders): then it
/// says that anything may have changed, and where there are none at all, it says so again and again.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    /// <summary>An editor writes a file in several steps, which follow each other at once.</summary>
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(6);

    /// <summary>A change that goes on for longer than this is shown as far as it has come.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan s_pollPause = TimeSpan.FromSeconds(1);

    /// <summary>What happened in a new folder before it was watched, nobody has told.</summary>
    private static readonly TimeSpan s_lookAgainAfter = TimeSpan.FromMilliseconds(250);

    private static readonly string[] s_folders = ["input", "theme"];

    private readonly string _root;
    private readonly Channel<Event> _touched = Channel.CreateUnbounded<Event>(new() { SingleReader = true });
    private readonly List<FileSystemWatcher> _watchers = [];
    private bool _isPolling;

    private enum EventKind
    {
        Touched,
        LookAgain,
        WatchAgain,
    }

    private readonly record struct Event(EventKind Kind, string Path);

    /// <param name="root">Full path of the site's root.</param>
    public FolderWatch(string root) => _root = root;

    /// <summary>From now on nothing is missed. Anew where it was done before: a folder that came, went or was renamed is watched under its new name.</summary>
    public void Watch()
    {
        Dispose();
        _watchers.Clear();
        _isPolling = false;
        try
        {
            // The root itself shows input/ and theme/ coming and going; what else lies in it is nobody's business here.
            _watchers.Add(Create(_root, isDeep: false));
            foreach (var folder in s_folders.Select(folder => Path.Join(_root, folder)).Where(Directory.Exists))
            {
                _watchers.Add(Create(folder, isDeep: true));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            _isPolling = true;
        }
    }

    /// <summary>Paths below the root, with <c>/</c>, as soon as something was touched and it is quiet again; null where anything may have changed.</summary>
    /// <param name="most">Gives up waiting after this time, with an empty set.</param>
    public async Task<IReadOnlySet<string>?> WaitForChange(TimeSpan most, CancellationToken cancellation)
    {
        var pause = _isPolling && s_pollPause < most ? s_pollPause : most;
        if (!await WaitForFirst(pause, cancellation))
        {
            return _isPolling ? null : new HashSet<string>(StringComparer.Ordinal);
        }

        var touched = new HashSet<string>(StringComparer.Ordinal);
        var (isUnknown, isLost) = (false, false);
        var since = TimeProvider.System.GetTimestamp();
        do
        {
            while (_touched.Reader.TryRead(out var one))
            {
                isUnknown |= one.Kind != EventKind.Touched;
                isLost |= one.Kind == EventKind.WatchAgain;
                touched.Add(one.Path);
            }
        }
        while (TimeProvider.System.GetElapsedTime(since) < s_patience && await WaitForFirst(s_quiet, cancellation));
        if (isLost)
        {
            Watch();
        }

        return isUnknown ? null : touched;
    }

    /// <summary>Soon says that anything may have changed.</summary>
    public void LookAgain() => _ = Task.Delay(s_lookAgainAfter).ContinueWith(_ => Tell(EventKind.LookAgain), TaskScheduler.Default);

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private async Task<bool> WaitForFirst(TimeSpan most, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(most);
        try
        {
            return await _touched.Reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private FileSystemWatcher Create(string folder, bool isDeep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = isDeep,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => Touch(change.FullPath, isOther: false);
        watcher.Created += (_, change) => Touch(change.FullPath, isOther: true);
        watcher.Deleted += (_, change) => Touch(change.FullPath, isOther: true);
        watcher.Renamed += (_, change) =>
        {
            Touch(change.OldFullPath, isOther: true);
            Touch(change.FullPath, isOther: true);
        };
        watcher.Error += (_, _) => Tell(EventKind.WatchAgain);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    /// <param name="isOther">Something came or went. Where that may be a folder, what happened in it before it was watched is not known.</param>
    private void Touch(string fullPath, bool isOther)
    {
        var path = Path.GetRelativePath(_root, fullPath).Replace('\\', '/');
        if (s_folders.Contains(path))
        {
            if (isOther)
            {
                Tell(EventKind.WatchAgain);
            }
        }
        else if (s_folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            if (!Directory.Exists(fullPath))
            {
                Tell(EventKind.Touched, path);
            }
            else if (isOther)
            {
                Tell(EventKind.Touched, path + "/");
                LookAgain();
            }
        }
    }

    private void Tell(EventKind kind, string path = "") => _touched.Writer.TryWrite(new(kind, path));
}
