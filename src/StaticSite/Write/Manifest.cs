using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>The files that staticsite wrote to an output folder: all that it may delete there, and all that is to be published.</summary>
/// <param name="IsComplete">False while a build writes: files may still be those of the build before, and both builds' paths are listed.</param>
internal sealed record Manifest(BuildStamp Stamp, bool IsComplete, IReadOnlyDictionary<string, ManifestEntry> Files)
{
    public const string FileName = ".staticsite-manifest.json";

    public static IReadOnlyDictionary<string, ManifestEntry> NoFiles { get; } = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);

    private static readonly (OutputKind Kind, string Name)[] s_kinds = [(OutputKind.Asset, "assets"), (OutputKind.Page, "pages"), (OutputKind.List, "lists")];

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
            json.WriteString("input", Stamp.Input);
            json.WriteBoolean("complete", IsComplete);
            var inOrder = Files.ToArray();
            Array.Sort(inOrder, (one, other) => string.CompareOrdinal(one.Key, other.Key));
            foreach (var (kind, name) in s_kinds)
            {
                json.WriteStartObject(name);
                foreach (var (path, entry) in inOrder)
                {
                    if (entry.Kind == kind)
                    {
                        json.WriteString(path, entry.Content.ToString());
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return [.. bytes.WrittenSpan, (byte)'\n'];
    }

    /// <summary>The files that a manifest lists. One that somebody has broken lists none: then nothing is deleted, and all that is not produced counts as unknown.</summary>
    public static IReadOnlyDictionary<string, ManifestEntry> ParseFiles(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var files = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
            foreach (var (kind, name) in s_kinds)
            {
                foreach (var file in json.RootElement.GetProperty(name).EnumerateObject())
                {
                    files[file.Name] = new(kind, Digest.Parse(file.Value.GetString()));
                }
            }

            return files;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            return NoFiles;
        }
    }
}

/// <param name="Content">The first 16 hex digits of the content's SHA-256.</param>
internal readonly record struct ManifestEntry(OutputKind Kind, Digest Content);
