using System.Buffers.Binary;

namespace StaticSite.Read;

/// <summary>The size of an AVIF: the largest of the images that it is made of (the others are tiles, masks, previews), turned as it says.</summary>
internal static class AvifSize
{
    public static (int Width, int Height)? Find(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || BoxContent(file, 0, out _).IndexOf("avif"u8) < 0)
        {
            return null;
        }

        // meta is a box with four bytes of version and flags before its content.
        var meta = FindBox(file, "meta"u8);
        var properties = meta.Length > 4 ? FindBox(FindBox(meta[4..], "iprp"u8), "ipco"u8) : [];
        (int Width, int Height)? largest = null;
        var isTurned = false;
        for (var at = 0; at + 8 <= properties.Length;)
        {
            var content = BoxContent(properties, at, out var next);
            if (properties[(at + 4)..(at + 8)].SequenceEqual("ispe"u8) && content.Length >= 12)
            {
                var size = (Width: BinaryPrimitives.ReadInt32BigEndian(content[4..]), Height: BinaryPrimitives.ReadInt32BigEndian(content[8..]));
                largest = largest is { } known && (long)known.Width * known.Height >= (long)size.Width * size.Height ? largest : size;
            }

            isTurned |= properties[(at + 4)..(at + 8)].SequenceEqual("irot"u8) && content is [var quarters, ..] && quarters % 2 == 1;
            at = next;
        }

        return isTurned && largest is { } lying ? (lying.Height, lying.Width) : largest;
    }

    private static ReadOnlySpan<byte> FindBox(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> type)
    {
        for (var at = 0; at + 8 <= boxes.Length;)
        {
            var content = BoxContent(boxes, at, out var next);
            if (boxes[(at + 4)..(at + 8)].SequenceEqual(type))
            {
                return content;
            }

            at = next;
        }

        return [];
    }

    /// <summary>What is in the box at an offset, as far as it was read; <paramref name="next"/> is past the end where the box is broken.</summary>
    private static ReadOnlySpan<byte> BoxContent(ReadOnlySpan<byte> boxes, int at, out int next)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(boxes[at..]);
        var end = length < 8 ? boxes.Length : (int)Math.Min(boxes.Length, at + (long)length);
        next = end;
        return boxes[(at + 8)..end];
    }
}
