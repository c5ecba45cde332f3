using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaticSite.Write;

/// <summary>The files that staticsite wrote to an output folder: all that it may delete there.</summary>
/// <param name="IsComplete">False while a build writes: files may still be those of the build before, and both builds' paths are listed.</param>
/// <param name="Files">Path below the output folder to the first 16 hex digits of its SHA-256.</param>
internal sealed record Manifest(BuildStamp Stamp, bool IsComplete, ImmutableSortedDictionary<string, string> Files)
{
    public const string FileName = ".staticsite-manifest.json";

    public static ImmutableSortedDictionary<string, string> NoFiles { get; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    private static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Format))
        {
            json.WriteStartObject();
            json.WriteString("generator", Stamp.Generator);
            json.WriteString("base_url", Stamp.BaseUrl.AbsoluteUri);
            json.WriteBoolean("drafts", Stamp.Drafts);
            json.WriteBoolean("future", Stamp.Future);
            json.WriteBoolean("complete", IsComplete);
            json.WriteStartObject("files");
            foreach (var (path, hash) in Files)
            {
                json.WriteString(path, hash);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. bytes.WrittenSpan, (byte)'\n'];
    }

    /// <summary>The files that a manifest lists. One that somebody has broken lists none: then nothing is deleted, and all that is not produced counts as unknown.</summary>
    public static ImmutableSortedDictionary<string, string> ParseFiles(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("files", out var listed)
                || listed.ValueKind != JsonValueKind.Object)
            {
                return NoFiles;
            }

            var files = NoFiles.ToBuilder();
            foreach (var file in listed.EnumerateObject())
            {
                files[file.Name] = file.Value.ValueKind == JsonValueKind.String ? file.Value.GetString()! : "";
            }

            return files.ToImmutable();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return NoFiles;
        }
    }
}
