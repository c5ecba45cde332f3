using System.Buffers;
using System.IO.Compression;
using System.Numerics;

namespace StaticSite.Publishing.Staging.Compression;

/// <summary>Bytes, at least one → compressed bytes, the same ones each time.</summary>
internal static class Encoders
{
    private const int SmallestWindow = 10;
    private const int LargestWindow = 22;

    /// <summary>
    /// The window fits the file: a larger one finds nothing more, and at level 9 an encoder for a window of 4 MB takes twenty times as long over a page,
    /// because it first clears the memory for it.
    /// </summary>
    public static byte[] Brotli(ReadOnlySpan<byte> bytes, int level)
    {
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, SmallestWindow, LargestWindow);
        var target = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, target, out var length, level, window)
                ? target[..length]
                : throw new InvalidOperationException("The buffer is as large as a compressed form can be.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(target);
        }
    }

    public static byte[] Gzip(ReadOnlySpan<byte> bytes, int level)
    {
        using var target = new MemoryStream(bytes.Length / 2);
        using (var stream = new GZipStream(target, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        var compressed = target.ToArray();

        // No time, and no word about the machine: bytes 4 to 9 of the header (RFC 1952, 2.3).
        compressed.AsSpan(4, 5).Clear();
        compressed[9] = 255;
        return compressed;
    }
}
