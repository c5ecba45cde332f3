using System.IO.Compression;
using FsCheck;
using FsCheck.Xunit;
using StaticSite.Publishing.Staging.Compression;

namespace StaticSite.Publishing.Tests.Staging.Compression;

public sealed class EncoderTests
{
    [Property]
    public bool What_is_compressed_comes_back(NonEmptyArray<byte> content, byte level)
    {
        var bytes = content.Get;
        return Unpack(new BrotliStream(new MemoryStream(Encoders.Brotli(bytes, 1 + (level % 11))), CompressionMode.Decompress)).SequenceEqual(bytes)
            && Unpack(new GZipStream(new MemoryStream(Encoders.Gzip(bytes, 1 + (level % 9))), CompressionMode.Decompress)).SequenceEqual(bytes);
    }

    [Fact]
    public void A_text_longer_than_any_window_comes_back()
    {
        var text = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400_000).Select(number => $"<p>{number}</p>")));
        Assert.Equal(text, Unpack(new BrotliStream(new MemoryStream(Encoders.Brotli(text, 5)), CompressionMode.Decompress)));
    }

    [Fact]
    public void Gzip_tells_neither_time_nor_machine()
    {
        var compressed = Encoders.Gzip("some text"u8, 6);
        Assert.Equal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255], compressed[..10]);
    }

    private static byte[] Unpack(Stream stream)
    {
        using var target = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(target);
        }

        return target.ToArray();
    }
}
