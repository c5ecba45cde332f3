using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>Writes values one behind the other; <see cref="RecordReader"/> reads them in the same order. Numbers are as short as they can be, texts UTF-8.</summary>
/// <param name="path">The file that the record is about: spans in it need not name it.</param>
/// <param name="size">In bytes, as far as it can be told before.</param>
internal sealed class RecordWriter(string path, int size = 0) : IDisposable
{
    /// <summary>Characters: UTF-8 needs at most three bytes for each, and lengths of up to 63 bytes take one byte.</summary>
    private const int LongestShort = 21;

    private readonly List<ReadOnlyMemory<byte>> _parts = [];
    private readonly List<RecordWriter> _ofParts = [];
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(size, 1024));
    private int _length;

    /// <summary>Good until more is written, or the writer is disposed of; so are the bytes of the parts.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>What stands behind the record, to be read by itself.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Parts => _parts;

    public void Write(bool flag) => WriteByte(flag ? (byte)1 : (byte)0);

    public void WriteByte(byte value)
    {
        if (_length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_length++] = value;
    }

    public void Write(int number) => Write((long)number);

    /// <summary>Seven bits a byte, small negative numbers as short as small positive ones.</summary>
    public void Write(long number)
    {
        var rest = (ulong)((number << 1) ^ (number >> 63));
        for (; rest >= 0x80; rest >>= 7)
        {
            WriteByte((byte)(rest | 0x80));
        }

        WriteByte((byte)rest);
    }

    public void Write(Digest digest)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Next(sizeof(ulong)), digest.Value);
    }

    /// <summary>Of all that has been written, by which a file is known to others.</summary>
    public Digest Digest => RecordLog.Check(Written);

    /// <summary>As they are; how many there are must be known to the reader.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    /// <summary>Null is told apart from the empty text.</summary>
    public void Write(string? text)
    {
        if (text is null)
        {
            Write(-1);
            return;
        }

        if (text.Length <= LongestShort)
        {
            // Its length takes one byte, so that its bytes need not be counted first.
            if (_bytes.Length - _length <= 3 * LongestShort)
            {
                Grow(1 + 3 * LongestShort);
            }

            var written = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length + 1));
            _bytes[_length] = (byte)(written << 1);
            _length += 1 + written;
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Write(length);
        Encoding.UTF8.GetBytes(text, Next(length));
    }

    /// <summary>Values of a fixed size, as they lie in memory.</summary>
    public void WriteRaw<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        var bytes = MemoryMarshal.AsBytes(values);
        bytes.CopyTo(Next(bytes.Length));
    }

    public void Write(SourceSpan where)
    {
        var isHere = where.Path == path;
        Write(isHere);
        if (!isHere)
        {
            Write(where.Path);
        }

        Write(where.Start);
        Write(where.Length);
    }

    /// <summary>Into a part of its own, which is read when somebody asks for it.</summary>
    public void Write<T>(Stored<T> value, Action<RecordWriter, T> write)
    {
        var part = new RecordWriter(path);
        write(part, value.Load());
        Write(part.Written.Length);
        Write(RecordLog.Check(part.Written));
        _ofParts.Add(part);
        _parts.Add(part._bytes.AsMemory(0, part._length));
    }

    public void Write<T>(ImmutableArray<T> items, Action<RecordWriter, T> write)
    {
        Write(items.Length);
        foreach (var item in items)
        {
            write(this, item);
        }
    }

    public void Write<T>(T? value, Action<RecordWriter, T> write)
        where T : struct
    {
        Write(value.HasValue);
        if (value is { } present)
        {
            write(this, present);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (var part in _ofParts)
        {
            part.Dispose();
        }

        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }

    private Span<byte> Next(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Grow(length);
        }

        var next = _bytes.AsSpan(_length, length);
        _length += length;
        return next;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + length), 2 * _bytes.Length));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
