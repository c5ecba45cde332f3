using StaticSite.Model;
using StaticSite.Preview.Following;
using StaticSite.Preview.Serving;

namespace StaticSite.Preview.Tests.Support;

/// <summary>The whole preview of one folder: watching, serving, telling.</summary>
internal sealed class PreviewHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SiteFollower _follower;
    private readonly PreviewServer _server;
    private readonly Task _following;

    private PreviewHost(SiteFollower follower, PreviewServer server)
    {
        (_follower, _server) = (follower, server);
        _following = Task.Run(() => follower.Follow((_, _) => { }, _stop.Token));
    }

    public LiveSnapshot Snapshot => _follower.Snapshot;

    /// <summary>What the folder's watching ended with; it goes on until the host is disposed.</summary>
    public Task Following => _following;

    public int Port => _server.Port;

    public static BuildOptions OptionsOf(string root, bool published) =>
        new(root, Path.Join(root, "output"), null, Drafts: !published, Future: !published, DateTimeOffset.UtcNow);

    public static async Task<PreviewHost> Start(string root, bool published = false, int port = 14_000)
    {
        var options = OptionsOf(root, published);
        var follower = SiteFollower.Open(options, TimeProvider.System, null, CancellationToken.None);
        return new(follower, await PreviewServer.Start(new(options, port, Lan: false), follower, TimeProvider.System, CancellationToken.None));
    }

    public string At(string path) => new Uri(_server.Address, path).AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        await _following.ContinueWith(_ => { }, TaskScheduler.Default);
        _follower.Dispose();
        _stop.Dispose();
    }
}
