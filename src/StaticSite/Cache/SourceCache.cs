using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>A source after its parse: its value, and all that was found wrong.</summary>
internal readonly record struct ParsedSource<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class;

/// <summary>
/// The parsed values of earlier builds, by the digest of the source's bytes and of all else that reaches the parse, so that a file that
/// was moved, or whose date changed, is not parsed again. Safe to use from many threads.
/// </summary>
internal sealed class SourceCache : ISourceCache, IDisposable
{
    private readonly CacheFolder _folder;
    private readonly RecordLog _log;
    private readonly SourceIndex _index;
    private readonly ConcurrentDictionary<string, SeenFile> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RecordKey, StoredRecord> _used = new();
    private int _changes;

    private SourceCache(CacheFolder folder, SourceIndex index)
    {
        (_folder, _index) = (folder, index);
        _log = new RecordLog(folder.IsUsable ? folder.PathOf(index.LogName) : null);
    }

    /// <param name="generator">Another program's records are of no use.</param>
    /// <param name="fresh">Nothing that is there is used; what this build finds out replaces it.</param>
    public static SourceCache Open(CacheFolder folder, Digest generator, bool fresh) =>
        new(folder, fresh ? SourceIndex.Empty(folder, generator) : SourceIndex.Load(folder, generator));

    /// <inheritdoc/>
    public Digest? FindDigest(InputFile file)
    {
        if (_seen.TryGetValue(file.Path, out var seen) && seen.Stamp == FileStamp.Of(file))
        {
            return seen.Digest;
        }

        if (_index.Files.TryGetValue(file.Path, out var known) && known.Stamp == FileStamp.Of(file) && known.IsTrusted)
        {
            _seen[file.Path] = known;
            return known.Digest;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Remember(InputFile file, Digest digest)
    {
        var stamp = FileStamp.Of(file);
        _seen[file.Path] = new(stamp, digest, !stamp.IsDoubtful(_folder.Now));
        Interlocked.Increment(ref _changes);
    }

    /// <inheritdoc/>
    public ParsedSource<T>? Find<T>(SourceRecord<T> kind, RecordKey key, string path)
        where T : class
    {
        if (!_used.TryGetValue(key, out var stored) && !_index.Records.TryGetValue(key, out stored))
        {
            return null;
        }

        _used[key] = stored;
        var bytes = ArrayPool<byte>.Shared.Rent(stored.Facts.Length);
        try
        {
            var facts = bytes.AsSpan(0, stored.Facts.Length);
            _log.Read(stored.Facts, facts);
            return Decode(kind, facts, path, new LoggedText(_log, stored.Text));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <inheritdoc/>
    public T? Put<T>(SourceRecord<T> kind, RecordKey key, string path, ParsedSource<T> parsed)
        where T : class
    {
        var record = new RecordWriter(path);
        record.Write(parsed.Diagnostics, ValueRecords.Write);
        record.Write(parsed.Value is not null);
        if (parsed.Value is { } value)
        {
            kind.Write(record, value);
        }

        var text = kind.TextOf(parsed.Value) ?? "";
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var stored = new StoredRecord(_log.Append(record.Written), _log.Append(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8))));
        ArrayPool<byte>.Shared.Return(utf8);
        _used[key] = stored;
        Interlocked.Increment(ref _changes);
        return kind.WithText(parsed.Value, new LoggedText(_log, stored.Text));
    }

    /// <summary>For the next build. Where nothing was added or dropped, what stands there stays.</summary>
    public void Save()
    {
        if (_folder.IsUsable && _log.IsWhole && (_changes > 0 || _seen.Count != _index.Files.Count))
        {
            _index.Save(_folder, _seen, _used, _log);
        }
    }

    /// <summary>For a site that lives on when its folder is given back: texts are still read, and nothing may be put any more.</summary>
    public void KeepReading() => _log.KeepReading();

    public void Dispose() => _log.Dispose();

    private static ParsedSource<T> Decode<T>(SourceRecord<T> kind, ReadOnlySpan<byte> bytes, string path, StoredText text)
        where T : class
    {
        try
        {
            var record = new RecordReader(bytes, path);
            var diagnostics = record.ReadMany(ValueRecords.ReadDiagnostic);
            return new(record.ReadBool() ? kind.Read(ref record, text) : null, diagnostics);
        }
        catch (Exception error) when (error is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            // Its digest was right: a bug, or another program's format under this one's name.
            throw new CacheDamagedException(error.Message);
        }
    }

    private sealed class LoggedText(RecordLog log, RecordPlace place) : StoredText
    {
        public override string Load()
        {
            var bytes = ArrayPool<byte>.Shared.Rent(place.Length);
            try
            {
                log.Read(place, bytes.AsSpan(0, place.Length));
                return Encoding.UTF8.GetString(bytes, 0, place.Length);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
    }
}
