using System.Collections.Immutable;
using System.Text.Json;

namespace StaticSite.Publishing.Releases;

/// <summary>Lists of files in documents: the few sets of headers once, then a line for each file.</summary>
internal sealed class FileListWriter
{
    private readonly Dictionary<HeaderSet, int> _headers = [];

    public void WriteHeaders(Utf8JsonWriter json, IEnumerable<ReleaseFile> files)
    {
        json.WriteStartArray("headers");
        foreach (var headers in files.Select(file => file.Headers).Distinct())
        {
            _headers.Add(headers, _headers.Count);
            json.WriteStartObject();
            foreach (var (name, value) in headers.Values)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void WriteFile(Utf8JsonWriter json, ReleaseFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteString("kind", NameOf(file.Kind));
        json.WriteString("hash", file.Hash);
        json.WriteNumber("length", file.Length);
        json.WriteNumber("headers", _headers[file.Headers]);
        if (file.Tag.Length > 0 && file.Tag != file.Hash)
        {
            json.WriteString("tag", file.Tag);
        }
        else if (file.Tag.Length > 0)
        {
            json.WriteBoolean("tag", true);
        }

        if (file.IsVariant)
        {
            json.WriteBoolean("variant", true);
        }

        json.WriteEndObject();
    }

    private static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Asset => "asset",
        FileKind.Page => "page",
        _ => "list",
    };
}

/// <summary>What <see cref="FileListWriter"/> wrote.</summary>
internal sealed class FileListReader(JsonElement document)
{
    private readonly ImmutableArray<HeaderSet> _headers =
    [
        .. document.GetProperty("headers").EnumerateArray().Select(headers =>
            new HeaderSet(HeaderSet.None.Values.AddRange(headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!))))),
    ];

    public ReleaseFile ReadFile(JsonElement json)
    {
        var hash = json.GetProperty("hash").GetString()!;
        var index = json.GetProperty("headers").GetInt32();
        return new ReleaseFile(
            PathOf(json),
            KindOf(json.GetProperty("kind").GetString()),
            hash,
            json.GetProperty("length").GetInt64(),
            index >= 0 && index < _headers.Length ? _headers[index] : throw new FormatException())
        {
            Tag = json.TryGetProperty("tag", out var tag) ? tag.ValueKind == JsonValueKind.True ? hash : tag.GetString()! : "",
            IsVariant = json.TryGetProperty("variant", out _),
        };
    }

    /// <summary>Paths of a document lead to places on disks and in stores: none may lead out of the target.</summary>
    private static string PathOf(JsonElement json)
    {
        var path = json.GetProperty("path").GetString()!;
        return path.Split('/').All(part => part is not ("" or "." or "..")) && !path.AsSpan().ContainsAny('\\', '\0') ? path : throw new FormatException();
    }

    private static FileKind KindOf(string? name) => name switch
    {
        "asset" => FileKind.Asset,
        "page" => FileKind.Page,
        "list" => FileKind.List,
        _ => throw new FormatException(),
    };
}
