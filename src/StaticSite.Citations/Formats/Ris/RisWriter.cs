using System.Globalization;
using System.Text;

namespace StaticSite.Citations.Formats.Ris;

/// <summary>An item as a RIS record. RIS has no markup, so that of titles is dropped.</summary>
public static class RisWriter
{
    private static readonly string[] s_seasons = ["Spring", "Summer", "Autumn", "Winter"];

    private static readonly (string Variable, string Tag)[] s_texts =
    [
        ("title", "TI"), ("title-short", "ST"), ("container-title-short", "JA"), ("volume", "VL"), ("publisher", "PB"), ("publisher-place", "CY"),
        ("edition", "ET"), ("genre", "M3"), ("number-of-volumes", "NV"), ("section", "SE"), ("call-number", "CN"), ("original-title", "OP"), ("abstract", "AB"), ("note", "N1"),
        ("DOI", "DO"), ("URL", "UR"), ("PMCID", "C2"),
    ];

    private static readonly (string Role, string Tag)[] s_roles = [("author", "AU"), ("editor", "A2"), ("collection-editor", "A3"), ("translator", "A4")];

    /// <summary>In UTF-8, lines ended by carriage return and line feed as the format demands, the last one too.</summary>
    public static string Write(Item item)
    {
        var record = new StringBuilder(512);
        Add(record, "TY", RisTypes.FromCsl(item.Type));
        Add(record, "ID", item.Id);
        foreach (var (role, tag) in s_roles)
        {
            if (item.Names.IsEmpty || !item.Names.TryGetValue(role, out var names) || names.IsDefaultOrEmpty)
            {
                continue;
            }

            foreach (var name in names)
            {
                Add(record, tag, Name(name));
            }
        }

        foreach (var (variable, tag) in s_texts)
        {
            Add(record, tag, item.Field(variable));
        }

        Add(record, item.Type == "paper-conference" && item.Field("event-title") is not null ? "C3" : IsAlone(item.Type) ? "JF" : "T2", item.Field("container-title"));
        Add(record, "T2", item.Type == "paper-conference" && item.Field("container-title") is not null ? item.Field("event-title") : null);
        Add(record, IsAlone(item.Type) ? "T2" : "T3", item.Field("collection-title"));
        AddNumbers(record, item);
        AddDates(record, item);
        if (item.Field("PMID") is { Length: > 0 } pmid)
        {
            Add(record, "AN", pmid);
            Add(record, "DB", "PubMed");
        }

        foreach (var keyword in item.Field("keyword")?.Split([',', ';', '，', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            Add(record, "KW", keyword);
        }

        Add(record, "N1", item.PlainText);
        Add(record, "LA", item.Language);
        return record.Append("ER  - \r\n").ToString();
    }

    /// <summary>Works of which T2 is the series.</summary>
    private static bool IsAlone(string type) => type is "book" or "report" or "dataset" or "software" or "standard" or "collection";

    private static void Add(StringBuilder record, string tag, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var line = RichTags.Strip(text).Trim();
        record.Append(tag).Append("  - ").Append(line.AsSpan().IndexOfAny('\r', '\n') < 0 ? line : line.ReplaceLineEndings(" ")).Append("\r\n");
    }

    private static string Name(Name name)
    {
        if (name.Literal is { } literal)
        {
            return literal;
        }

        var family = string.Join(' ', ((string?[])[name.NonDroppingParticle ?? name.DroppingParticle, name.Family]).Where(part => !string.IsNullOrEmpty(part)));
        return (family.Length == 0, name.Given, name.Suffix) switch
        {
            (true, _, _) => name.Given ?? "",
            (_, null, null) => family,
            (_, var given, null) => $"{family}, {given}",
            (_, var given, var suffix) => $"{family}, {given}, {suffix}",
        };
    }

    private static void AddNumbers(StringBuilder record, Item item)
    {
        Add(record, "IS", item.Field(CslTypes.IsInPeriodical(item.Type) ? "issue" : CslTypes.IsBookOrPart(item.Type) ? "collection-number" : "number"));
        Add(record, "SN", item.Field("ISSN") ?? item.Field("ISBN"));
        if (item.Field("page") is not { } page)
        {
            Add(record, "SP", item.Field("number-of-pages"));
            return;
        }

        var ends = page.Split('-', '–');
        Add(record, "SP", ends.Length == 2 ? ends[0].Trim() : page);
        Add(record, "EP", ends.Length == 2 ? ends[1].Trim() : null);
    }

    private static void AddDates(StringBuilder record, Item item)
    {
        if (item.Dates.TryGetValue("issued", out var issued))
        {
            var parts = issued.Parts.IsDefaultOrEmpty ? [] : issued.Parts[0];
            Add(record, "PY", parts.IsDefaultOrEmpty ? issued.Literal : Number(parts[0], "0000"));
            Add(record, "DA", parts.IsDefaultOrEmpty || (parts.Length == 1 && issued.Season is null) ? null : Slashed(issued));
        }

        Add(record, "Y2", item.Dates.TryGetValue("accessed", out var accessed) ? Slashed(accessed) : null);
    }

    /// <summary><c>2020/05/12/</c>, <c>2020///Spring</c>.</summary>
    private static string? Slashed(ItemDate date)
    {
        if (date.Parts.IsDefaultOrEmpty || date.Parts[0].IsDefaultOrEmpty)
        {
            return date.Literal;
        }

        var parts = date.Parts[0];
        var month = parts.Length > 1 ? Number(parts[1], "00") : "";
        var day = parts.Length > 2 ? Number(parts[2], "00") : "";
        return $"{Number(parts[0], "0000")}/{month}/{day}/{(date.Season is { } season and >= 1 and <= 4 ? s_seasons[season - 1] : "")}";
    }

    private static string Number(int number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
