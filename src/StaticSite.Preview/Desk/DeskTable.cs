using System.Buffers;
using System.Text.Json;

namespace StaticSite.Preview.Desk;

/// <summary>The rows of one moment as JSON, each by itself, so that what has changed is found by comparing bytes.</summary>
internal sealed class DeskTable
{
    private readonly byte[] _head;
    private readonly OrderedDictionary<string, byte[]> _rows = [];

    private DeskTable(long revision, string tag, byte[] head)
    {
        (Revision, Tag, _head) = (revision, tag, head);
    }

    public long Revision { get; }

    /// <summary>No other table of any run has it.</summary>
    public string Tag { get; }

    public static DeskTable Create(DeskSite site, string tag, Func<string, int, int, string> editorLink)
    {
        var rows = new DeskRows(site, new DeskFindings(site, editorLink));
        var table = new DeskTable(site.Revision, tag, JsonSerializer.SerializeToUtf8Bytes(rows.Head(), DeskJson.Plain.DeskHead));
        foreach (var row in rows.All())
        {
            table._rows[row.Id] = JsonSerializer.SerializeToUtf8Bytes(row, DeskJson.Plain.DeskRow);
        }

        return table;
    }

    /// <summary>Tells a page that has another table to fetch this one.</summary>
    public static ReadOnlyMemory<byte> Stale { get; } = """{"stale":true}"""u8.ToArray();

    public ReadOnlyMemory<byte> Whole() => Write(json =>
    {
        WriteRaw(json, "head", _head);
        WriteRows(json, _rows.Values);
    });

    /// <summary>What is to be put over <paramref name="earlier"/> to make this. Only the tag, where nothing has changed that rows show.</summary>
    public ReadOnlyMemory<byte> ChangesSince(DeskTable earlier) => Write(json =>
    {
        if (!_head.AsSpan().SequenceEqual(earlier._head))
        {
            WriteRaw(json, "head", _head);
        }

        WriteRows(json, _rows.Where(row => !earlier._rows.TryGetValue(row.Key, out var before) || !before.AsSpan().SequenceEqual(row.Value)).Select(row => row.Value));
        json.WriteStartArray("removed");
        foreach (var id in earlier._rows.Keys.Where(id => !_rows.ContainsKey(id)))
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    });

    private ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("tag", Tag);
            write(json);
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, byte[] value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }

    private static void WriteRows(Utf8JsonWriter json, IEnumerable<byte[]> rows)
    {
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteRawValue(row, skipInputValidation: true);
        }

        json.WriteEndArray();
    }
}
