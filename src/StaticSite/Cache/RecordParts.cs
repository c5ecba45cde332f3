using System.Buffers;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>The parts of one record, which stand one behind the other in the log, in the order in which the record names them.</summary>
/// <param name="start">Where the first of them begins.</param>
/// <param name="path">The file that the record is about.</param>
internal sealed class RecordParts(RecordLog log, long start, string path)
{
    private long _next = start;

    public Stored<T> Next<T>(int length, Digest check, ReadValue<T> read)
    {
        var place = new RecordPlace(_next, length, check);
        _next += length;
        return new Logged<T>(log, place, path, read);
    }

    public Stored<T> NextRemembered<T>(int length, Digest check, ReadValue<T> read)
        where T : class => new Remembered<T>(Next(length, check, read));

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

    /// <summary>
    /// One who asks again soon gets the same value. To hold it for later costs the collector more than to read it anew, and so do
    /// weak references, each of which it has to look after.
    /// </summary>
    private sealed class Remembered<T>(Stored<T> logged) : Stored<T>
        where T : class
    {
        public override T Load()
        {
            if (RecentValues.Find(this) is T known)
            {
                return known;
            }

            var value = logged.Load();
            RecentValues.Add(this, value);
            return value;
        }
    }

    /// <summary>What this thread read last: enough for the pages of one bundle.</summary>
    private static class RecentValues
    {
        private const int Most = 8;

        [ThreadStatic]
        private static (object Source, object Value)[]? t_values;

        [ThreadStatic]
        private static int t_next;

        public static object? Find(object source)
        {
            foreach (var (known, value) in t_values ?? [])
            {
                if (ReferenceEquals(known, source))
                {
                    return value;
                }
            }

            return null;
        }

        public static void Add(object source, object value)
        {
            t_values ??= new (object, object)[Most];
            t_values[t_next] = (source, value);
            t_next = (t_next + 1) % Most;
        }
    }
}
