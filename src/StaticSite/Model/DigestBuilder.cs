using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace StaticSite.Model;

/// <summary>The digest of a sequence of values. Each is written so that no two sequences look alike: texts carry their length.</summary>
public sealed class DigestBuilder
{
    [ThreadStatic]
    private static DigestBuilder? t_free;

    private byte[] _bytes = new byte[1024];
    private int _length;

    private DigestBuilder()
    {
    }

    /// <summary>An empty builder; <see cref="Finish"/> gives it back.</summary>
    public static DigestBuilder Start()
    {
        var builder = t_free ?? new DigestBuilder();
        t_free = null;
        builder._length = 0;
        return builder;
    }

    public static Digest Of(string? text) => Start().Add(text).Finish();

    public DigestBuilder Add(string? text)
    {
        Add(text?.Length ?? -1);
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        bytes.CopyTo(Reserve(bytes.Length));
        return this;
    }

    public DigestBuilder Add(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), number);
        return this;
    }

    public DigestBuilder Add(int? number) => number is { } value ? Add(true).Add(value) : Add(false);

    public DigestBuilder Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), number);
        return this;
    }

    public DigestBuilder Add(bool flag)
    {
        Reserve(1)[0] = flag ? (byte)1 : (byte)0;
        return this;
    }

    public DigestBuilder Add(Digest digest) => Add((long)digest.Value);

    public DigestBuilder Add(PublicationDate? date) => date is { } day
        ? Add(true).Add(day.Instant.Ticks).Add(day.Instant.Offset.Ticks).Add(day.HasTime)
        : Add(false);

    public DigestBuilder Add(IReadOnlyCollection<string> texts)
    {
        Add(texts.Count);
        foreach (var text in texts)
        {
            Add(text);
        }

        return this;
    }

    public Digest Finish()
    {
        var digest = new Digest(XxHash3.HashToUInt64(_bytes.AsSpan(0, _length)));
        t_free = this;
        return digest;
    }

    private Span<byte> Reserve(int more)
    {
        if (_length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + more, _bytes.Length * 2));
        }

        _length += more;
        return _bytes.AsSpan(_length - more, more);
    }
}
