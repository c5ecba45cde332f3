using System.Security.Cryptography;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>
/// Where a root's builds keep what they found out: <c>.staticsite/cache</c>. One build at a time has it; it may be deleted at any time.
/// A folder that cannot be written to is no obstacle: then nothing is kept.
/// </summary>
internal sealed class CacheFolder : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly string? _path;
    private readonly FileStream? _lock;

    private CacheFolder(string? path, FileStream? held, DateTime now)
    {
        (_path, _lock, Now) = (path, held, now);
    }

    /// <summary>The time when the folder was opened, by the clock of its disk.</summary>
    public DateTime Now { get; }

    public bool IsUsable => _path is not null;

    /// <summary>The cache of the builds of a root.</summary>
    public static string Of(string root) => Path.Join(root, ".staticsite", "cache");

    /// <summary>Waits while another build has the folder.</summary>
    /// <param name="waiting">Called once where there is something to wait for.</param>
    public static CacheFolder Open(string path, Action waiting, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(path);
            // What stands here is of no use to version control, whatever its settings are.
            var ignore = Path.Join(path, ".gitignore");
            if (!File.Exists(ignore))
            {
                File.WriteAllText(ignore, "*\n");
            }

            var held = Lock(Path.Join(path, "lock"), waiting, cancellation);
            held.Position = 0;
            held.WriteByte((byte)'\n');
            held.Flush();
            return new(path, held, File.GetLastWriteTimeUtc(held.SafeFileHandle));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, null, DateTime.UtcNow);
        }
    }

    public string PathOf(string name) => Path.Join(_path, name);

    /// <summary>The bytes of a file that ends with the digest of what stands before it; false for one that is missing or damaged.</summary>
    public bool TryRead(string name, out ReadOnlyMemory<byte> content)
    {
        content = default;
        if (_path is null)
        {
            return false;
        }

        try
        {
            var bytes = File.ReadAllBytes(PathOf(name));
            if (Seal.FindContent(bytes) is not { } length)
            {
                return false;
            }

            content = bytes.AsMemory(0, length);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The same; false for another file than was meant, too.</summary>
    /// <param name="expected">The digest of its bytes.</param>
    public bool TryRead(string name, Digest expected, out ReadOnlyMemory<byte> content) => TryRead(name, out content) && RecordLog.Check(content.Span) == expected;

    /// <summary>Replaces a file in one step. A disk that is full keeps the old one.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        if (_path is null)
        {
            return;
        }

        var temporary = PathOf(name) + ".tmp";
        try
        {
            using (var to = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                to.Write(content);
                to.Write(Seal.Of(content));
            }

            File.Move(temporary, PathOf(name), overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Delete(Path.GetFileName(temporary));
        }
    }

    public void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It stays, and is overwritten one day.
        }
    }

    /// <summary>The names of the files here that begin so.</summary>
    public IEnumerable<string> Find(string start) =>
        _path is null ? [] : [.. Directory.EnumerateFiles(_path).Select(file => Path.GetFileName(file)!).Where(name => name.StartsWith(start, StringComparison.Ordinal))];

    public void Dispose() => _lock?.Dispose();

    private static FileStream Lock(string path, Action waiting, CancellationToken cancellation)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
            {
                if (isFirst)
                {
                    waiting();
                }

                cancellation.WaitHandle.WaitOne(s_patience);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The digest at the end of a file.</summary>
    private static class Seal
    {
        private const int Length = 16;

        public static byte[] Of(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..Length];

        public static int? FindContent(ReadOnlySpan<byte> bytes) =>
            bytes.Length >= Length && Of(bytes[..^Length]).AsSpan().SequenceEqual(bytes[^Length..]) ? bytes.Length - Length : null;
    }
}
