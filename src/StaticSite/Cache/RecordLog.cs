using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>Where a record stands in the log, and what its bytes must hash to.</summary>
internal readonly record struct RecordPlace(long Offset, int Length, Digest Check);

/// <summary>
/// Records one behind the other in a file that only grows, so that a build that is killed spoils nothing that was there before.
/// What does not fit on the disk any more is held in memory until the build ends. One who reads it, a preview, stands in nobody's way:
/// whoever has the cache folder may append to the file, and put another in its place.
/// </summary>
internal sealed class RecordLog : IDisposable
{
    private readonly SafeFileHandle? _file;
    private readonly ConcurrentDictionary<long, byte[]> _held = new();
    private long _end;

    /// <param name="path">Null for a log that is never written.</param>
    public RecordLog(string? path)
    {
        try
        {
            _file = path is null ? null : File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            _end = _file is null ? 0 : RandomAccess.GetLength(_file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _file = null;
        }
    }

    /// <summary>The length of the file.</summary>
    public long End => Interlocked.Read(ref _end);

    /// <summary>Whether all that was appended has reached the file.</summary>
    public bool IsWhole => _file is not null && _held.IsEmpty;

    /// <summary>The digest by which a record is known to be whole.</summary>
    public static Digest Check(ReadOnlySpan<byte> record) => new(XxHash3.HashToUInt64(record));

    /// <summary>Gives the place of the record; its parts stand behind it.</summary>
    public RecordPlace Append(ReadOnlySpan<byte> record, IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var length = record.Length + parts.Sum(part => part.Length);
        var place = new RecordPlace(Interlocked.Add(ref _end, length) - length, record.Length, Check(record));
        var all = ArrayPool<byte>.Shared.Rent(length);
        record.CopyTo(all);
        var next = record.Length;
        foreach (var part in parts)
        {
            part.Span.CopyTo(all.AsSpan(next));
            next += part.Length;
        }

        if (_file is null || !TryWrite(_file, all.AsSpan(0, length), place.Offset))
        {
            Hold(record, parts, place.Offset);
        }

        ArrayPool<byte>.Shared.Return(all);
        return place;
    }

    /// <summary>Appends what stands in another log, parts and all.</summary>
    /// <param name="parts">The length of all parts.</param>
    public RecordPlace AppendFrom(RecordLog other, RecordPlace place, int parts)
    {
        var bytes = new byte[place.Length + parts];
        other.Read(place, bytes);
        var offset = Interlocked.Add(ref _end, bytes.Length) - bytes.Length;
        if (_file is null || !TryWrite(_file, bytes, offset))
        {
            _held[offset] = bytes;
        }

        return place with { Offset = offset };
    }

    /// <param name="into">As long as the record; where it is longer, what stands behind the record is read too, and not checked.</param>
    /// <exception cref="CacheDamagedException">The file holds something else, or nothing, there.</exception>
    public void Read(RecordPlace place, Span<byte> into)
    {
        if (_held.TryGetValue(place.Offset, out var held))
        {
            held.CopyTo(into);
            return;
        }

        if (_file is null || !TryRead(_file, into, place.Offset) || Check(into[..place.Length]) != place.Check)
        {
            throw new CacheDamagedException($"The record at {place.Offset} is damaged.");
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Hold(ReadOnlySpan<byte> record, IReadOnlyList<ReadOnlyMemory<byte>> parts, long offset)
    {
        _held[offset] = record.ToArray();
        offset += record.Length;
        foreach (var part in parts)
        {
            _held[offset] = part.ToArray();
            offset += part.Length;
        }
    }

    private static bool TryWrite(SafeFileHandle file, ReadOnlySpan<byte> record, long offset)
    {
        try
        {
            RandomAccess.Write(file, record, offset);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool TryRead(SafeFileHandle file, Span<byte> into, long offset)
    {
        try
        {
            for (var done = 0; done < into.Length;)
            {
                var read = RandomAccess.Read(file, into[done..], offset + done);
                if (read == 0)
                {
                    return false;
                }

                done += read;
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
