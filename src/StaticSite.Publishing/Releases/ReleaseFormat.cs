using System.Globalization;
using System.Text.Json;

namespace StaticSite.Publishing.Releases;

/// <summary>A release and its files as a document.</summary>
internal static class ReleaseFormat
{
    public static byte[] Write(ReleaseSnapshot snapshot) => SealedJson.Write(json =>
    {
        json.WriteStartObject("release");
        WriteRelease(json, snapshot.Release);
        json.WriteEndObject();
        var files = new FileListWriter();
        files.WriteHeaders(json, snapshot.Files);
        json.WriteStartArray("files");
        foreach (var file in snapshot.Files)
        {
            files.WriteFile(json, file);
        }

        json.WriteEndArray();
    });

    public static ReleaseSnapshot? Read(byte[] bytes) => SealedJson.Read(bytes, json =>
    {
        var files = new FileListReader(json);
        return new ReleaseSnapshot(
            ReadRelease(json.GetProperty("release")),
            [.. json.GetProperty("files").EnumerateArray().Select(files.ReadFile)]);
    });

    public static void WriteRelease(Utf8JsonWriter json, Release release)
    {
        json.WriteString("id", release.Id);
        json.WriteNumber("number", release.Number);
        json.WriteString("time", Text(release.Time));
        json.WriteNumber("files", release.Files);
        json.WriteNumber("bytes", release.Bytes);
        if (release.RestoredFrom is { } from)
        {
            json.WriteString("restored_from", from);
        }
    }

    public static Release ReadRelease(JsonElement json)
    {
        var id = json.GetProperty("id").GetString()!;
        return new Release(
            Release.IsId(id) ? id : throw new FormatException(),
            json.GetProperty("number").GetInt32(),
            json.GetProperty("time").GetDateTimeOffset(),
            json.GetProperty("files").GetInt32(),
            json.GetProperty("bytes").GetInt64(),
            json.TryGetProperty("restored_from", out var from) ? from.GetString() : null);
    }

    public static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
