using System.Collections.Immutable;

namespace StaticSite.Publishing.Targets.Objects;

/// <param name="prefix">Empty, or ending with <c>/</c>.</param>
internal sealed class ObjectDocuments(IObjectStore store, string prefix) : IDocuments
{
    public async Task<ImmutableArray<string>> ListAsync(string folder, CancellationToken cancellation)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        await foreach (var found in store.ListAsync(prefix + folder, cancellation))
        {
            names.Add(found.Key[prefix.Length..]);
        }

        names.Sort(StringComparer.Ordinal);
        return names.ToImmutable();
    }

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellation) => store.GetAsync(prefix + name, cancellation);

    public Task WriteAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        store.PutAsync(prefix + name, new MemoryStream(bytes, writable: false), HeaderSet.None, cancellation);

    public Task<bool> CreateAsync(string name, byte[] bytes, CancellationToken cancellation) => store.CreateAsync(prefix + name, bytes, cancellation);

    public Task DeleteAsync(string name, CancellationToken cancellation) => store.DeleteAsync(prefix + name, cancellation);
}
