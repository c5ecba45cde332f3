using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace StaticSite.Model;

/// <summary>64 bits that tell two contents apart: of files the first of SHA-256, of values in memory XXH3 (see <see cref="DigestBuilder"/>).</summary>
public readonly record struct Digest(ulong Value)
{
    public static Digest OfFile(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return OfSha256(hash);
    }

    public static Digest OfSha256(ReadOnlySpan<byte> hash) => new(BinaryPrimitives.ReadUInt64BigEndian(hash));

    /// <summary>16 hex digits, as <see cref="ToString"/> prints them.</summary>
    public static Digest Parse(ReadOnlySpan<char> digits) => new(ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
