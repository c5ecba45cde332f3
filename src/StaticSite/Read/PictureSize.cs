using System.Buffers;
using System.Buffers.Binary;

namespace StaticSite.Read;

/// <summary>Width and height of a picture from its first bytes, so that pages reserve its place before it is loaded.</summary>
internal static class PictureSize
{
    // Photographs carry their colour profile and preview before their size.
    private const int LongestHeader = 512 * 1024;

    private const int Largest = 100_000;

    /// <summary>For PNG, JPEG, GIF, WebP and AVIF; null for other formats and for what is broken. A photograph is turned as browsers turn it.</summary>
    public static (int Width, int Height)? Find(Stream stream)
    {
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(LongestHeader, stream.Length));
        var size = Find(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        ArrayPool<byte>.Shared.Return(bytes);
        return size is ( > 0 and <= Largest, > 0 and <= Largest) ? size : null;
    }

    private static (int Width, int Height)? Find(ReadOnlySpan<byte> header) =>
        header switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Png(header),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Gif(header),
            [0xFF, 0xD8, ..] => JpegSize.Find(header),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => Webp(header),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => AvifSize.Find(header),
            _ => null,
        };

    private static (int Width, int Height)? Png(ReadOnlySpan<byte> header) =>
        header.Length >= 24 && header[12..16].SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(header[16..]), BinaryPrimitives.ReadInt32BigEndian(header[20..]))
            : null;

    private static (int Width, int Height)? Gif(ReadOnlySpan<byte> header) =>
        header.Length >= 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(header[6..]), BinaryPrimitives.ReadUInt16LittleEndian(header[8..]))
            : null;

    private static (int Width, int Height)? Webp(ReadOnlySpan<byte> header)
    {
        if (header.Length < 30 || !header[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        if (header[12..16].SequenceEqual("VP8 "u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) & 0x3FFF);
        }

        if (header[12..16].SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(header[21..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return header[12..16].SequenceEqual("VP8X"u8)
            ? (1 + (header[24] | (header[25] << 8) | (header[26] << 16)), 1 + (header[27] | (header[28] << 8) | (header[29] << 16)))
            : null;
    }
}
