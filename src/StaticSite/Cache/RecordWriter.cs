using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Cache;

/// <param name="Value">The <see cref="Stored{T}"/> that was written.</param>
internal readonly record struct RecordPart(ReadOnlyMemory<byte> Bytes, object Value);

/// <summary>Writes values one behind the other; <see cref="RecordReader"/> reads them in the same order. Numbers are as short as they can be, texts UTF-8.</summary>
/// <param name="path">The file that the record is about: spans in it need not name it.</param>
internal sealed class RecordWriter(string path)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly List<RecordPart> _parts = [];

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>What stands behind the record, to be read by itself.</summary>
    public IReadOnlyList<RecordPart> Parts => _parts;

    public void Write(bool flag) => WriteByte(flag ? (byte)1 : (byte)0);

    public void WriteByte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void Write(int number) => Write((long)number);

    /// <summary>Seven bits a byte, small negative numbers as short as small positive ones.</summary>
    public void Write(long number)
    {
        var rest = (ulong)((number << 1) ^ (number >> 63));
        var bytes = _bytes.GetSpan(10);
        var count = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes[count++] = (byte)(rest | 0x80);
        }

        bytes[count++] = (byte)rest;
        _bytes.Advance(count);
    }

    public void Write(Digest digest)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(sizeof(ulong)), digest.Value);
        _bytes.Advance(sizeof(ulong));
    }

    /// <summary>Null is told apart from the empty text.</summary>
    public void Write(string? text)
    {
        if (text is null)
        {
            Write(-1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Write(length);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    /// <summary>Values of a fixed size, as they lie in memory.</summary>
    public void WriteRaw<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        _bytes.Write(MemoryMarshal.AsBytes(values));
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
        _parts.Add(new(part._bytes.WrittenMemory, value));
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
}
