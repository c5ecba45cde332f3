using System.Text;
using StaticSite.Model;
using StaticSite.Publishing.Locks;
using StaticSite.Publishing.Targets;
using StaticSite.Publishing.Targets.Folders;
using StaticSite.Publishing.Targets.Objects;

namespace StaticSite.Publishing.Tests.Support;

/// <summary>A target without a server, a clock that stands still, and a folder that is gone after the test.</summary>
internal sealed class TestTarget : IDisposable
{
    private static readonly Located<string> s_name = new("production", new SourceSpan("input/site.yml", 10, 10));
    private int _stagings;

    public string Folder { get; } = Directory.CreateTempSubdirectory("staticsite-publish-").FullName;

    public MemoryStore Store { get; init; } = new();

    public TestClock Clock { get; } = new();

    public PublishSettings Settings { get; set; } = new();

    public List<IReadOnlyCollection<string>> Purges { get; } = [];

    public Func<string?> PurgeAnswer { get; set; } = () => null;

    public string Served => Path.Join(Folder, "www", "current");

    public string Prefix { get; init; } = "site/";

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public ITarget OpenStore() => new ObjectTarget(Store, new S3TargetSettings(s_name, s_name with { Value = "bucket" }) { Prefix = Prefix, StatePrefix = Prefix + ".staticsite/" });

    public ITarget OpenFolder() => new FolderTarget(new DirectoryTargetSettings(s_name, s_name with { Value = Path.Join(Folder, "www") }), Path.Join(Folder, "root"));

    public StagedSite Stage(FakeSite site) => site.Stage(Path.Join(Folder, "root", $"output{_stagings++}"));

    /// <param name="holder">Who publishes; a stranger whose process has ended where it is not said.</param>
    public PublishSetup Setup(LockHolder? holder = null) =>
        new(new S3TargetSettings(s_name, s_name), Settings, new Uri("https://example.org/"))
        {
            Clock = Clock,
            Parallelism = 4,
            Holder = holder ?? LockHolder.Current(),
            HasEnded = _ => true,
            Purge = (addresses, _) =>
            {
                Purges.Add(addresses);
                return Task.FromResult(PurgeAnswer());
            },
        };

    public Task<PublishResult> PublishAsync(ITarget target, StagedSite site, PublishOptions? options = null) =>
        new SitePublisher(target, Setup()).PublishAsync(site, options ?? new PublishOptions { AllowDeletes = int.MaxValue }, CancellationToken.None);

    public Task<PublishResult> PublishAsync(ITarget target, FakeSite site, PublishOptions? options = null) => PublishAsync(target, Stage(site), options);

    public Task<PublishResult> RollbackAsync(ITarget target, string? id = null, PublishOptions? options = null) =>
        new SitePublisher(target, Setup()).RollbackAsync(id, options ?? new PublishOptions { AllowDeletes = int.MaxValue }, CancellationToken.None);

    public Task<byte[]?> FetchFromStore(string path) => Task.FromResult(Store.Objects.TryGetValue(Prefix + path, out var found) ? found.Bytes : null);

    public Task<byte[]?> FetchFromFolder(string path)
    {
        var place = Path.Join(Served, path);
        return Task.FromResult(File.Exists(place) ? File.ReadAllBytes(place) : null);
    }

    /// <summary>What stands under the site's prefix, its state left out, by path.</summary>
    public SortedDictionary<string, string> StoredTexts() => new(
        Store.Objects.Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal) && !one.Key.StartsWith(Prefix + ".staticsite/", StringComparison.Ordinal))
            .ToDictionary(one => one.Key[Prefix.Length..], one => Encoding.UTF8.GetString(one.Value.Bytes)),
        StringComparer.Ordinal);

    public SortedDictionary<string, string> FolderTexts() => new(
        Directory.EnumerateFiles(Served + "/", "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Served, file), File.ReadAllText),
        StringComparer.Ordinal);

    public static SortedDictionary<string, string> TextsOf(FakeSite site) => new(site.Files.ToDictionary(file => file.Key, file => file.Value.Text), StringComparer.Ordinal);
}

/// <summary>Stands still, but for waits, which are over at once.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
        {
            // A lock's sign of life: none is due while the clock stands.
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        lock (Waits)
        {
            Waits.Add(dueTime);
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
