namespace StaticSite.Publishing.Targets.Objects;

/// <summary>A store of whole objects by key. Every write is seen as a whole or not at all.</summary>
/// <remarks>Another store is another file that implements this. What goes wrong is a <see cref="TargetFault"/>.</remarks>
internal interface IObjectStore : IDisposable
{
    string ShownAs { get; }

    string CreateOnlyWrite { get; }

    long Requests { get; }

    /// <summary>The tag that the store gives to these bytes when they arrive whole.</summary>
    string TagOf(Stream bytes);

    /// <returns>The tag of what arrived.</returns>
    Task<string> PutAsync(string key, Stream bytes, HeaderSet headers, CancellationToken cancellation);

    /// <summary>False where an object of that name stands already.</summary>
    Task<bool> CreateAsync(string key, byte[] bytes, CancellationToken cancellation);

    /// <summary>Null where there is none.</summary>
    Task<byte[]?> GetAsync(string key, CancellationToken cancellation);

    /// <returns>The tag of the copy; null where there is nothing to copy.</returns>
    Task<string?> CopyAsync(string from, string to, HeaderSet headers, CancellationToken cancellation);

    /// <summary>What does not exist counts as deleted.</summary>
    Task DeleteAsync(string key, CancellationToken cancellation);

    IAsyncEnumerable<StoredObject> ListAsync(string prefix, CancellationToken cancellation);
}

internal readonly record struct StoredObject(string Key, long Length, string Tag);
