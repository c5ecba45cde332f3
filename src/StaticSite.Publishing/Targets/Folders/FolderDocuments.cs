using System.Collections.Immutable;

namespace StaticSite.Publishing.Targets.Folders;

/// <summary>Written in a folder of their own, then renamed or linked to their place: nobody reads half of one, and a process that is killed leaves none there.</summary>
internal sealed class FolderDocuments(FolderPlace place) : IDocuments
{
    private const string Unfinished = "unfinished";

    /// <summary>Whoever writes a document takes a moment.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(1);

    public Task<ImmutableArray<string>> ListAsync(string folder, CancellationToken cancellation) => Guard(folder, () =>
    {
        var path = PathOf(folder);
        return Task.FromResult<ImmutableArray<string>>(Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path).Select(file => folder + Path.GetFileName(file)).Order(StringComparer.Ordinal)]
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

    private string WriteTemporary(string name, byte[] bytes)
    {
        var folder = Directory.CreateDirectory(PathOf(Unfinished));
        foreach (var left in folder.EnumerateFiles().Where(file => DateTime.UtcNow - file.LastWriteTimeUtc > s_patience))
        {
            left.Delete();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        var path = Path.Join(folder.FullName, $"{Path.GetFileName(name)}.{Guid.NewGuid():N}");
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return path;
    }

    private string PathOf(string name) => Path.Join(place.State, name);

    private Task<T> Guard<T>(string name, Func<Task<T>> work) => DiskFaults.RunAsync(PathOf(name), work);
}
