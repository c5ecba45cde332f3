using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StaticSite.Citations.Csl.Dates;

namespace StaticSite.Citations.Conformance;

/// <summary>Items as the suite writes them: numbers as text, text as numbers, and names of variables from older versions.</summary>
public static class JsonItems
{
    public static Item Read(JsonElement json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, ImmutableArray<Name>>(StringComparer.Ordinal);
        var dates = new Dictionary<string, ItemDate>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            var name = property.Name switch { "journalAbbreviation" => "container-title-short", "shortTitle" => "title-short", var known => known };
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.String or JsonValueKind.Number when name is not ("id" or "type"):
                    fields[name] = Text(property.Value);
                    break;
                case JsonValueKind.Array when property.Value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Object):
                    names[name] = [.. property.Value.EnumerateArray().Select(ReadName)];
                    break;
                case JsonValueKind.Object when name != "multi":
                    dates[name] = ReadDate(property.Value);
                    break;
            }
        }

        return new Item(json.TryGetProperty("id", out var id) ? Text(id) : "ITEM-1", json.TryGetProperty("type", out var type) ? Text(type) : "")
        {
            Language = fields.GetValueOrDefault("language"),
            Fields = ItemVariables.Of(fields),
            Names = ItemVariables.Of(names),
            Dates = ItemVariables.Of(dates),
        };
    }

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    private static string? Property(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && Text(value) is { Length: > 0 } text ? text : null;

    private static Name ReadName(JsonElement json) => new(Property(json, "family"), Property(json, "given"), Property(json, "literal"))
    {
        Suffix = Property(json, "suffix"),
        DroppingParticle = Property(json, "dropping-particle"),
        NonDroppingParticle = Property(json, "non-dropping-particle"),
        HasCommaSuffix = IsTrue(json, "comma-suffix"),
        IsStaticOrdering = IsTrue(json, "static-ordering"),
    };

    private static bool IsTrue(JsonElement json, string name) => Property(json, name) is { } value && value is not ("false" or "0");

    private static ItemDate ReadDate(JsonElement json)
    {
        if (Property(json, "raw") is { } raw)
        {
            return RawDate.Parse(raw);
        }

        var parts = json.TryGetProperty("date-parts", out var ends) && ends.ValueKind == JsonValueKind.Array
            ? ends.EnumerateArray().Where(end => end.ValueKind == JsonValueKind.Array).Select(ReadParts).Where(end => end.Length > 0).ToImmutableArray()
            : [];
        return new ItemDate(parts, Property(json, "literal"))
        {
            Season = int.TryParse(Property(json, "season"), NumberStyles.None, CultureInfo.InvariantCulture, out var season) ? season : null,
            IsCirca = IsTrue(json, "circa"),
        };
    }

    private static ImmutableArray<int> ReadParts(JsonElement end)
    {
        var parts = ImmutableArray.CreateBuilder<int>();
        foreach (var part in end.EnumerateArray())
        {
            if (!int.TryParse(Text(part), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                break;
            }

            parts.Add(number);
        }

        return parts.ToImmutable();
    }
}
