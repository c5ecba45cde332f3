using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StaticSite.Citations.Csl.Dates;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>
/// Reference managers that lack a field have their users write it at the head of the note, a line each
/// (<c>original-date: 1935</c>) or in braces (<c>{:original-date: 1935}</c>). A value that the item has already stays.
/// </summary>
internal static partial class NoteFields
{
    private const int MostLines = 100;

    public static Item Expand(Item item)
    {
        if (item.Field("note") is not { Length: > 0 } note || !note.Contains(':', StringComparison.Ordinal))
        {
            return item;
        }

        var expanded = item;
        foreach (Match match in Braced().Matches(note))
        {
            expanded = Set(expanded, match.Groups["name"].Value, match.Groups["value"].Value.Trim());
        }

        var lines = note.Split('\n');
        var used = 0;
        for (; used < lines.Length && used < MostLines && Line().Match(lines[used]) is { Success: true } match && IsKnown(match.Groups["name"].Value); used++)
        {
            expanded = Set(expanded, match.Groups["name"].Value, match.Groups["value"].Value.Trim());
        }

        return used == 0 ? expanded : expanded with { Fields = expanded.Fields.SetItem("note", string.Join('\n', lines.Skip(used))) };
    }

    private static bool IsKnown(string name) => name == "type" || Variables.IsStandard(name);

    private static Item Set(Item item, string name, string value)
    {
        if (name == "type")
        {
            return item with { Type = value };
        }

        if (Variables.IsDate(name))
        {
            return item.Dates.ContainsKey(name) ? item : item with { Dates = item.Dates.SetItem(name, RawDate.Parse(value)) };
        }

        if (Variables.IsNames(name))
        {
            return item with { Names = item.Names.SetItem(name, item.Names.GetValueOrDefault(name, []).Add(ReadName(value))) };
        }

        return item.Fields.ContainsKey(name) || !Variables.IsStandard(name) ? item : item with { Fields = item.Fields.SetItem(name, value) };
    }

    private static Name ReadName(string text)
    {
        var parts = text.Split("||", 2);
        return parts.Length == 2 ? new(parts[0].Trim(), parts[1].Trim()) : new(null, null, text);
    }

    [GeneratedRegex(@"\{:(?<name>[A-Za-z][\-_A-Za-z]*):\s*(?<value>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braced();

    [GeneratedRegex(@"\A(?<name>[A-Za-z][\-_A-Za-z]*)\s*:\s*(?<value>\S.*?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
