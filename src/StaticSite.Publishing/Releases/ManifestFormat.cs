using System.Collections.Immutable;
using System.Text.Json;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Releases;

/// <summary>A target's manifest as a document.</summary>
internal static class ManifestFormat
{
    private const int Version = 1;

    public static byte[] Write(TargetManifest manifest) => SealedJson.Write(json =>
    {
        json.WriteNumber("format", Version);
        json.WriteString("create_only", manifest.CreateOnlyWrite);
        json.WriteStartArray("releases");
        foreach (var release in manifest.Releases)
        {
            json.WriteStartObject();
            ReleaseFormat.WriteRelease(json, release);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteFiles(json, manifest);
        WriteContents(json, manifest);
    });

    /// <summary>Null where it is damaged, or of another version: then the target itself is asked.</summary>
    public static TargetManifest? Read(byte[] bytes) => SealedJson.Read(bytes, json =>
    {
        if (json.GetProperty("format").GetInt32() != Version)
        {
            throw new FormatException();
        }

        var releases = json.GetProperty("releases").EnumerateArray().Select(ReleaseFormat.ReadRelease).ToImmutableArray();
        var list = new FileListReader(json);
        var files = CurrentSite.NoFiles.AddRange(json.GetProperty("files").EnumerateArray().Select(list.ReadFile).Select(file => KeyValuePair.Create(file.Path, file)));
        var kept = CurrentSite.NothingKept.AddRange(json.GetProperty("kept").EnumerateArray()
            .Select(asset => new KeptAsset(list.ReadFile(asset.GetProperty("file")), asset.GetProperty("since").GetDateTimeOffset()))
            .Select(asset => KeyValuePair.Create(asset.File.Path, asset)));
        return releases.IsEmpty
            ? throw new FormatException()
            : new TargetManifest(releases, files, kept, ReadContents(json, files, releases[0].Number), json.GetProperty("create_only").GetString()!);
    });

    private static void WriteFiles(Utf8JsonWriter json, TargetManifest manifest)
    {
        var files = new FileListWriter();
        files.WriteHeaders(json, manifest.Files.Values.Concat(manifest.Kept.Values.Select(asset => asset.File)));
        json.WriteStartArray("files");
        foreach (var file in manifest.Files.Values)
        {
            files.WriteFile(json, file);
        }

        json.WriteEndArray();
        json.WriteStartArray("kept");
        foreach (var asset in manifest.Kept.Values)
        {
            json.WriteStartObject();
            json.WriteString("since", ReleaseFormat.Text(asset.Since));
            json.WritePropertyName("file");
            files.WriteFile(json, asset.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Those of the served files need not be listed again.</summary>
    private static void WriteContents(Utf8JsonWriter json, TargetManifest manifest)
    {
        var served = manifest.Files.Values.Select(file => file.Hash).ToHashSet(StringComparer.Ordinal);
        json.WriteStartObject("contents");
        foreach (var (hash, number) in manifest.Contents.Where(content => !served.Contains(content.Key)).OrderBy(content => content.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(hash, number);
        }

        json.WriteEndObject();
    }

    private static ImmutableDictionary<string, int> ReadContents(JsonElement json, ImmutableSortedDictionary<string, ReleaseFile> files, int current)
    {
        var contents = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var content in json.GetProperty("contents").EnumerateObject())
        {
            contents[content.Name] = content.Value.GetInt32();
        }

        foreach (var file in files.Values)
        {
            contents[file.Hash] = current;
        }

        return contents.ToImmutable();
    }
}
