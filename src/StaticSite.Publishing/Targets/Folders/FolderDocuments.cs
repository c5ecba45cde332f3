using System.Collections.Immutable;

namespace StaticSite.Publishing.Targets.Folders;

/// <summary>Written beside their place and renamed or linked: nobody reads half of one.</summary>
internal sealed class FolderDocuments(FolderPlace place) : IDocuments
{
    public Task<ImmutableArray<string>> ListAsync(string folder, CancellationToken cancellation) => Guard(folder, () =>
    {
        var path = PathOf(folder);
        return Task.FromResult<ImmutableArray<string>>(Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Select(file => folder + Path.GetFileName(file)).Where(name => !IsTemporary(name)).Order(StringComparer.Ordinal)]
            : []);
    });

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellation) => Guard(name, async () =>
    {
        try
        {
            return (byte[]?)await File.ReadAllBytesAsync(PathOf(name), cancellation);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    });

    public Task WriteAsync(string name, byte[] bytes, CancellationToken cancellation) => Guard(name, () =>
    {
        File.Move(WriteTemporary(name, bytes), PathOf(name), overwrite: true);
        return Task.FromResult(true);
    });

    public Task<bool> CreateAsync(string name, byte[] bytes, CancellationToken cancellation) => Guard(name, () =>
    {
        var temporary = WriteTemporary(name, bytes);
        try
        {
            return Task.FromResult(Posix.TryLink(temporary, PathOf(name)));
        }
        finally
        {
            File.Delete(temporary);
        }
    });

    public Task DeleteAsync(string name, CancellationToken cancellation) => Guard(name, () =>
    {
        File.Delete(PathOf(name));
        return Task.FromResult(true);
    });

    private static bool IsTemporary(string name) => name.EndsWith(".tmp", StringComparison.Ordinal);

    private string WriteTemporary(string name, byte[] bytes)
    {
        var path = $"{PathOf(name)}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return path;
    }

    private string PathOf(string name) => Path.Join(place.State, name);

    private Task<T> Guard<T>(string name, Func<Task<T>> work) => DiskFaults.RunAsync(PathOf(name), work);
}
