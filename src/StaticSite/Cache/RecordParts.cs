using System.Buffers;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>The parts of one record, which stand one behind the other in the log, in the order in which the record names them.</summary>
/// <param name="start">Where the first of them begins.</param>
/// <param name="path">The file that the record is about.</param>
/// <param name="known">The values of a record that has just been written.</param>
internal sealed class RecordParts(RecordLog log, long start, string path, MemoryRoom room, IReadOnlyList<RecordPart> known)
{
    private long _next = start;
    private int _number;

    public Stored<T> Next<T>(int length, Digest check, ReadValue<T> read)
    {
        var place = new RecordPlace(_next, length, check);
        _next += length;
        _number++;
        return new Logged<T>(log, place, path, read);
    }

    public Stored<T> NextRemembered<T>(int length, Digest check, ReadValue<T> read)
        where T : class
    {
        var value = _number < known.Count ? ((Stored<T>)known[_number].Value).Load() : null;
        return new Remembered<T>(Next(length, check, read), room.TryTake(length), value);
    }

    private sealed class Logged<T>(RecordLog log, RecordPlace place, string path, ReadValue<T> read) : Stored<T>
    {
        public override T Load()
        {
            var bytes = ArrayPool<byte>.Shared.Rent(place.Length);
            try
            {
                log.Read(place, bytes.AsSpan(0, place.Length));
                var record = new RecordReader(bytes.AsSpan(0, place.Length), path);
                return read(ref record);
            }
            catch (Exception error) when (CacheDamagedException.IsOfDecoding(error))
            {
                throw new CacheDamagedException(error.Message);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
    }

    private sealed class Remembered<T> : Stored<T>
        where T : class
    {
        private readonly Stored<T> _logged;
        private readonly bool _stays;
        private T? _held;
        private WeakReference<T>? _last;

        public Remembered(Stored<T> logged, bool stays, T? known)
        {
            (_logged, _stays, _held) = (logged, stays, stays ? known : null);
        }

        public override T Load()
        {
            if (_held is { } held)
            {
                return held;
            }

            if (_last is { } last && last.TryGetTarget(out var value))
            {
                return value;
            }

            value = _logged.Load();
            if (_stays)
            {
                _held = value;
            }
            else
            {
                _last = new(value);
            }

            return value;
        }
    }
}

/// <summary>How much of what could be read from the disk again may stay in memory: all of a small site. Counted in bytes of records.</summary>
internal sealed class MemoryRoom(long bytes)
{
    private long _left = bytes;

    public bool TryTake(int length) => Interlocked.Add(ref _left, -length) >= 0;
}
