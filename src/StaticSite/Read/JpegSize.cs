using System.Buffers.Binary;

namespace StaticSite.Read;

/// <summary>The size of a JPEG: its frame header, turned by the orientation that its Exif data names.</summary>
internal static class JpegSize
{
    private const int OrientationTag = 0x0112;

    public static (int Width, int Height)? Find(ReadOnlySpan<byte> file)
    {
        var isTurned = false;
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]);
                int width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
                return isTurned ? (height, width) : (width, height);
            }

            if (length < 2 || marker is 0xD9 or 0xDA)
            {
                return null;
            }

            var end = Math.Min(file.Length, at + 2 + length);
            isTurned |= marker == 0xE1 && IsTurned(file[(at + 4)..end]);
            at += 2 + length;
        }

        return null;
    }

    /// <summary>Orientations 5 to 8 lie on their side.</summary>
    private static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
        {
            return false;
        }

        var tiff = segment[6..];
        var isLittle = tiff[0] == (byte)'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return false;
        }

        var entries = tiff[(int)directory..];
        var count = Short(entries, isLittle);
        for (var entry = 2; count > 0 && entry + 12 <= entries.Length; entry += 12, count--)
        {
            if (Short(entries[entry..], isLittle) == OrientationTag)
            {
                return Short(entries[(entry + 8)..], isLittle) is >= 5 and <= 8;
            }
        }

        return false;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
