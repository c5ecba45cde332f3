using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using StaticSite.Model;
using StaticSite.Publishing.Targets;
using StaticSite.Publishing.Targets.Objects;

namespace StaticSite.Publishing.Tests.Support;

/// <summary>A store without a server, in which anything can be made to go wrong.</summary>
internal sealed class MemoryStore : IObjectStore
{
    private long _requests;

    public ConcurrentDictionary<string, (byte[] Bytes, HeaderSet Headers)> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Every request by name, in order.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Called with the number and the name of each request before it is served.</summary>
    public Action<long, string>? Before { get; set; }

    /// <summary>Keys whose bytes are stored with something before them.</summary>
    public Predicate<string> Alters { get; set; } = _ => false;

    public Func<byte[], string> TagOfStored { get; set; } = Tag;

    public bool RefusesSecondWrites { get; init; } = true;

    public string ShownAs => "memory";

    public string CreateOnlyWrite => "in memory";

    public long Requests => _requests;

    public static Diagnostic Trouble { get; } = PublishDiagnostics.StoreFailed(default, "503 SlowDown");

    public string TagOf(Stream bytes)
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        return Tag(copy.ToArray());
    }

    public Task<string> PutAsync(string key, Stream bytes, HeaderSet headers, CancellationToken cancellation) => Run($"put {key}", () =>
    {
        using var copy = new MemoryStream();
        bytes.CopyTo(copy);
        var stored = Alters(key) ? [1, .. copy.ToArray()] : copy.ToArray();
        Objects[key] = (stored, headers);
        return TagOfStored(stored);
    });

    public Task<bool> CreateAsync(string key, byte[] bytes, CancellationToken cancellation) => Run($"create {key}", () =>
    {
        if (RefusesSecondWrites)
        {
            return Objects.TryAdd(key, (bytes, HeaderSet.None));
        }

        Objects[key] = (bytes, HeaderSet.None);
        return true;
    });

    public Task<byte[]?> GetAsync(string key, CancellationToken cancellation) => Run($"get {key}", () => Objects.TryGetValue(key, out var found) ? found.Bytes : null);

    public Task<string?> CopyAsync(string from, string to, HeaderSet headers, CancellationToken cancellation) => Run($"copy {to}", () =>
    {
        if (!Objects.TryGetValue(from, out var found))
        {
            return null;
        }

        Objects[to] = (found.Bytes, headers);
        return TagOfStored(found.Bytes);
    });

    public Task DeleteAsync(string key, CancellationToken cancellation) => Run($"delete {key}", () => Objects.TryRemove(key, out _));

    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await Run($"list {prefix}", () => Objects.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList());
        foreach (var (key, (bytes, _)) in found.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            yield return new StoredObject(key, bytes.Length, TagOfStored(bytes));
        }
    }

    public void Dispose()
    {
        // Tests look into it after the run.
    }

    public static string Tag(byte[] bytes) => "tag-" + Convert.ToHexStringLower(SHA256.HashData(bytes))[..20];

    private Task<T> Run<T>(string name, Func<T> serve)
    {
        var number = Interlocked.Increment(ref _requests);
        Log.Enqueue(name);
        try
        {
            Before?.Invoke(number, name);
            return Task.FromResult(serve());
        }
        catch (TargetFault fault)
        {
            return Task.FromException<T>(fault);
        }
    }
}
