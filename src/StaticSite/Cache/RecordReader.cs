using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Cache;

internal delegate T ReadValue<T>(ref RecordReader record);

/// <summary>Reads what <see cref="RecordWriter"/> wrote. Records are checked by their digest before they are read.</summary>
/// <param name="path">The file that the record is about.</param>
/// <param name="parts">What stands behind the record; null for one that has no parts.</param>
internal ref struct RecordReader(ReadOnlySpan<byte> bytes, string path, RecordParts? parts = null)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The file that the record is about.</summary>
    public readonly string Path => path;

    /// <summary>In bytes.</summary>
    public readonly int Left => _rest.Length;

    public void Skip(int bytes) => _rest = _rest[bytes..];

    public bool ReadBool() => ReadByte() != 0;

    public byte ReadByte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    public int ReadInt() => checked((int)ReadLong());

    public long ReadLong()
    {
        var rest = _rest;
        var number = (ulong)rest[0];
        var length = 1;
        if (number >= 0x80)
        {
            number &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                var next = rest[length++];
                number |= (ulong)(next & 0x7F) << shift;
                if (next < 0x80)
                {
                    break;
                }
            }
        }

        _rest = rest[length..];
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    public Digest ReadDigest()
    {
        var value = BinaryPrimitives.ReadUInt64LittleEndian(_rest);
        _rest = _rest[sizeof(ulong)..];
        return new(value);
    }

    public string ReadText() => ReadOptionalText()!;

    public string? ReadOptionalText() => ReadInt() is >= 0 and var length ? Encoding.UTF8.GetString(Take(length)) : null;

    /// <summary>As <see cref="ReadText"/>, for one that stands in many records: an id, a name of something.</summary>
    public string ReadShared() => ReadOptionalShared()!;

    public string? ReadOptionalShared() => ReadInt() is >= 0 and var length ? TextPool.Get(Take(length)) : null;

    public ImmutableArray<T> ReadRaw<T>()
        where T : unmanaged
    {
        var values = new T[ReadInt()];
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        _rest[..target.Length].CopyTo(target);
        _rest = _rest[target.Length..];
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>As <see cref="ReadRaw"/>, into an array of the shared pool.</summary>
    public T[] ReadRented<T>(out int count)
        where T : unmanaged
    {
        count = ReadInt();
        var values = ArrayPool<T>.Shared.Rent(count);
        var target = MemoryMarshal.AsBytes(values.AsSpan(0, count));
        _rest[..target.Length].CopyTo(target);
        _rest = _rest[target.Length..];
        return values;
    }

    public SourceSpan ReadSpan()
    {
        var where = ReadBool() ? Path : ReadText();
        return new(where, ReadInt(), ReadInt());
    }

    /// <summary>A value that comes from the disk each time it is asked for.</summary>
    public Stored<T> ReadStored<T>(ReadValue<T> read) => parts!.Next(ReadInt(), ReadDigest(), read);

    /// <summary>A value that is remembered as long as somebody uses it.</summary>
    public Stored<T> ReadRemembered<T>(ReadValue<T> read)
        where T : class => parts!.NextRemembered(ReadInt(), ReadDigest(), read);

    public ImmutableArray<T> ReadMany<T>(ReadValue<T> read)
    {
        var items = new T[ReadInt()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(ref this);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public T? ReadOptional<T>(ReadValue<T> read)
        where T : struct => ReadBool() ? read(ref this) : null;

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
