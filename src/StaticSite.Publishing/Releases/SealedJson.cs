using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaticSite.Publishing.Releases;

/// <summary>A document with the hash of itself: one that is damaged, cut off or edited is no document.</summary>
internal static class SealedJson
{
    private const int SealLength = 64;

    /// <summary>Far more than 100,000 articles need; a bomb is not unpacked.</summary>
    private const int Largest = 1 << 30;

    private static readonly JsonWriterOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, s_format))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(text.WrittenSpan);
            gzip.Write("\n"u8);
            gzip.Write(System.Text.Encoding.ASCII.GetBytes(Seal(text.WrittenSpan)));
        }

        return packed.ToArray();
    }

    /// <summary>Null where the document is not as it was written.</summary>
    public static T? Read<T>(byte[] bytes, Func<JsonElement, T> read)
        where T : class
    {
        try
        {
            var text = Unpack(bytes);
            var body = text.AsMemory(0, Math.Max(0, text.Length - SealLength - 1));
            if (!text.AsSpan(body.Length).SequenceEqual(System.Text.Encoding.ASCII.GetBytes("\n" + Seal(body.Span))))
            {
                return null;
            }

            using var json = JsonDocument.Parse(body);
            return read(json.RootElement);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static byte[] Unpack(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (var read = gzip.Read(chunk); read > 0; read = gzip.Read(chunk))
        {
            if (text.Length + read > Largest)
            {
                throw new InvalidDataException();
            }

            text.Write(chunk, 0, read);
        }

        return text.ToArray();
    }

    private static string Seal(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
