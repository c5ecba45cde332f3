using System.Runtime.CompilerServices;

namespace StaticSite.Publishing.Targets.Objects;

/// <summary>Tries again what failed for a reason that passes: a busy store, a broken connection. Each wait is twice as long as the one before.</summary>
internal sealed class RetryingStore(IObjectStore store, TimeProvider clock, int attempts = 7) : IObjectStore
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(250);

    public string ShownAs => store.ShownAs;

    public string CreateOnlyWrite => store.CreateOnlyWrite;

    public long Requests => store.Requests;

    public string TagOf(Stream bytes) => store.TagOf(bytes);

    public Task<string> PutAsync(string key, Stream bytes, HeaderSet headers, CancellationToken cancellation) => RunAsync(() =>
    {
        bytes.Position = 0;
        return store.PutAsync(key, bytes, headers, cancellation);
    }, cancellation);

    /// <summary>
    /// A create-only write whose answer was lost may have been done: where the object stands then with these very bytes,
    /// it was this one. Bytes of two writers are never the same, because each names its writer.
    /// </summary>
    public async Task<bool> CreateAsync(string key, byte[] bytes, CancellationToken cancellation)
    {
        var tries = 0;
        var isCreated = await RunAsync(() =>
        {
            tries++;
            return store.CreateAsync(key, bytes, cancellation);
        }, cancellation);
        return isCreated || (tries > 1 && await GetAsync(key, cancellation) is { } found && found.AsSpan().SequenceEqual(bytes));
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken cancellation) => RunAsync(() => store.GetAsync(key, cancellation), cancellation);

    public Task<string?> CopyAsync(string from, string to, HeaderSet headers, CancellationToken cancellation) =>
        RunAsync(() => store.CopyAsync(from, to, headers, cancellation), cancellation);

    public Task DeleteAsync(string key, CancellationToken cancellation) => RunAsync(async () =>
    {
        await store.DeleteAsync(key, cancellation);
        return true;
    }, cancellation);

    /// <summary>A listing that breaks off begins anew.</summary>
    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await RunAsync(async () =>
        {
            var all = new List<StoredObject>();
            await foreach (var one in store.ListAsync(prefix, cancellation))
            {
                all.Add(one);
            }

            return all;
        }, cancellation);
        foreach (var one in found)
        {
            yield return one;
        }
    }

    public void Dispose() => store.Dispose();

    private async Task<T> RunAsync<T>(Func<Task<T>> request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await request();
            }
            catch (TargetFault fault) when (fault.IsTransient && attempt < attempts)
            {
                // Publishers that were refused at the same moment do not come back at the same moment.
                var wait = s_firstWait * (1 << (attempt - 1)) * (0.5 + (Random.Shared.NextDouble() / 2));
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }
}
