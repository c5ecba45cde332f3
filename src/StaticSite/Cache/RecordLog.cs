using System.Collections.Concurrent;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>Where a record stands in the log, and what its bytes must hash to.</summary>
internal readonly record struct RecordPlace(long Offset, int Length, Digest Check);

/// <summary>
/// Records one behind the other in a file that only grows, so that a build that is killed spoils nothing that was there before.
/// What does not fit on the disk any more is held in memory until the build ends.
/// </summary>
internal sealed class RecordLog : IDisposable
{
    private readonly string? _path;
    private SafeFileHandle? _file;
    private readonly ConcurrentDictionary<long, byte[]> _held = new();
    private long _end;

    /// <param name="path">Null for a log that is never written.</param>
    public RecordLog(string? path)
    {
        _path = path;
        try
        {
            _file = path is null ? null : File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
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

    public RecordPlace Append(ReadOnlySpan<byte> record)
    {
        var place = new RecordPlace(Interlocked.Add(ref _end, record.Length) - record.Length, record.Length, Check(record));
        if (_file is null || !TryWrite(_file, record, place.Offset))
        {
            _held[place.Offset] = record.ToArray();
        }

        return place;
    }

    /// <param name="into">As long as the record.</param>
    /// <exception cref="CacheDamagedException">The file holds something else, or nothing, there.</exception>
    public void Read(RecordPlace place, Span<byte> into)
    {
        if (_held.TryGetValue(place.Offset, out var held))
        {
            held.CopyTo(into);
            return;
        }

        if (_file is null || !TryRead(_file, into, place.Offset) || Check(into) != place.Check)
        {
            throw new CacheDamagedException($"The record at {place.Offset} is damaged.");
        }
    }

    /// <summary>Stands in nobody's way any more: others may write the file, and put another in its place.</summary>
    /// <exception cref="CacheDamagedException">It is gone already.</exception>
    public void KeepReading()
    {
        if (_file is null || _path is null)
        {
            return;
        }

        try
        {
            _file.Dispose();
            _file = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CacheDamagedException(error.Message);
        }
    }

    public void Dispose() => _file?.Dispose();

    private static Digest Check(ReadOnlySpan<byte> record) => new(XxHash3.HashToUInt64(record));

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
