using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
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
            return Decode(kind, facts, path, new RecordParts(_log, stored.Facts.Offset + stored.Facts.Length, path));
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
        using var record = new RecordWriter(path);
        record.Write(parsed.Diagnostics, ValueRecords.Write);
        record.Write(parsed.Value is not null);
        if (parsed.Value is { } value)
        {
            kind.Write(record, value);
        }

        var place = _log.Append(record.Written, record.Parts);
        _used[key] = new StoredRecord(place, record.Parts.Sum(part => part.Length));
        Interlocked.Increment(ref _changes);
        return Decode(kind, record.Written, path, new RecordParts(_log, place.Offset + place.Length, path)).Value;
    }

    /// <summary>By which all that earlier builds knew of the files is known: what <see cref="Save"/> of the last of them gave.</summary>
    public Digest State => _index.State;

    /// <summary>What the last build found in a file of this path, whatever its date is now.</summary>
    public Digest? FindLast(string path) => _index.Files.TryGetValue(path, out var known) ? known.Digest : null;

    /// <summary>For the next build. Where nothing was added or dropped, what stands there stays.</summary>
    /// <param name="isOfAll">Whether the build has asked for all that it needs. One that did not may need whatever is there.</param>
    /// <returns>By which the state of the files is known to the next build.</returns>
    public Digest Save(bool isOfAll) =>
        _folder.IsUsable && _log.IsWhole && (_changes > 0 || _seen.Count != _index.Files.Count) ? _index.Save(_folder, _seen, _used, _log, isOfAll) : State;

    public void Dispose() => _log.Dispose();

    private static ParsedSource<T> Decode<T>(SourceRecord<T> kind, ReadOnlySpan<byte> bytes, string path, RecordParts parts)
        where T : class
    {
        try
        {
            var record = new RecordReader(bytes, path, parts);
            var diagnostics = record.ReadMany(ValueRecords.ReadDiagnostic);
            return new(record.ReadBool() ? kind.Read(ref record) : null, diagnostics);
        }
        catch (Exception error) when (CacheDamagedException.IsOfDecoding(error))
        {
            throw new CacheDamagedException(error.Message);
        }
    }
}
