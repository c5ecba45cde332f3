using System.Globalization;
using System.Text;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>An item as a BibTeX entry: BibTeX's own fields where it has them, BibLaTeX's where it has not.</summary>
public static class BibTexWriter
{
    // What cannot stand in a key.
    private const string NotInKeys = "{}(),=\"#%~\\'@";

    private static readonly (string Variable, string Field)[] s_texts =
    [
        .. BibTexFields.Plain.Select(field => (field.Variable, field.Field)),
        ("edition", "edition"), ("genre", "type"), ("status", "pubstate"), ("publisher-place", "address"), ("note", "note"),
    ];

    private static readonly (string Variable, string Field)[] s_names = [.. BibTexFields.Names.Select(one => (one.Variable, one.Field)), ("editor", "editor")];

    /// <summary>In UTF-8, lines ended by a line feed, the last one too.</summary>
    public static string Write(Item item)
    {
        var (type, subtype) = BibTexOutput.Type(item);
        var entry = new StringBuilder(512);
        entry.Append('@').Append(type).Append('{').Append(Key(item.Id));
        foreach (var (variable, field) in s_names)
        {
            if (!item.Names.IsEmpty && item.Names.TryGetValue(variable, out var names) && !names.IsDefaultOrEmpty)
            {
                Add(entry, field, names.Length == 1 ? BibTexOutput.Name(names[0]) : string.Join(" and ", names.Select(BibTexOutput.Name)));
            }
        }

        AddText(entry, "title", item.Field("title"));
        AddText(entry, CslTypes.IsInPeriodical(item.Type) ? "journal" : "booktitle", item.Field("container-title"));
        foreach (var (variable, field) in s_texts)
        {
            AddText(entry, field, item.Field(variable));
        }

        AddText(entry, item.Type switch { "thesis" => "school", "report" => "institution", _ => "publisher" }, item.Field("publisher"));
        AddNumbers(entry, item);
        AddDates(entry, item);
        AddIdentifiers(entry, item);
        AddText(entry, "note", item.PlainText);
        AddText(entry, "language", item.Language);
        if (subtype is not null)
        {
            Add(entry, "entrysubtype", subtype);
        }

        return entry.Append("\n}\n").ToString();
    }

    private static string Key(string id)
    {
        var key = id.All(IsInKey) ? id : string.Concat(id.Where(IsInKey));
        return key.Length == 0 ? "reference" : key;
    }

    private static bool IsInKey(char c) => !char.IsWhiteSpace(c) && !char.IsControl(c) && !NotInKeys.Contains(c, StringComparison.Ordinal);

    private static void AddText(StringBuilder entry, string field, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Add(entry, field, LatexWriter.Write(text));
        }
    }

    private static void Add(StringBuilder entry, string field, string value) =>
        entry.Append(",\n  ").Append(field).Append(" = {").Append(value).Append('}');

    private static void AddNumbers(StringBuilder entry, Item item)
    {
        var isPeriodical = CslTypes.IsInPeriodical(item.Type);
        AddText(entry, "number", item.Field(isPeriodical ? "issue" : CslTypes.IsBookOrPart(item.Type) ? "collection-number" : BibTexOutput.FindArxiv(item) is null ? "number" : ""));
        AddText(entry, "issue", isPeriodical ? null : item.Field("issue"));
        if (item.Field("page") is { } page)
        {
            Add(entry, "pages", LatexWriter.Write(page).Replace("-", "--", StringComparison.Ordinal));
        }
    }

    private static void AddDates(StringBuilder entry, Item item)
    {
        if (item.Dates.TryGetValue("issued", out var issued))
        {
            AddIssued(entry, issued);
        }

        foreach (var (field, variable) in BibTexFields.Dates)
        {
            if (item.Dates.TryGetValue(variable, out var date) && (Edtf.Print(date) ?? date.Literal) is { } text)
            {
                Add(entry, field, LatexWriter.WriteVerbatim(text));
            }
        }
    }

    private static void AddIssued(StringBuilder entry, ItemDate date)
    {
        if (Edtf.Print(date) is not { } text)
        {
            AddText(entry, "year", date.Literal);
            return;
        }

        // BibTeX's own three fields say a plain date after year 0 only.
        var parts = date.Parts[0];
        if (date.Parts.Length > 1 || date.IsCirca || date.Season is not null || parts[0] < 1 || parts is [_, < 1 or > 12, ..])
        {
            Add(entry, "date", text);
            return;
        }

        Add(entry, "year", parts[0].ToString("0000", CultureInfo.InvariantCulture));
        if (parts.Length > 1)
        {
            entry.Append(CultureInfo.InvariantCulture, $",\n  month = {MonthNames.English[parts[1] - 1][..3].ToLowerInvariant()}");
        }

        if (parts.Length > 2)
        {
            Add(entry, "day", parts[2].ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void AddIdentifiers(StringBuilder entry, Item item)
    {
        foreach (var (field, variable) in BibTexFields.Identifiers)
        {
            if (item.Field(variable) is { Length: > 0 } text)
            {
                Add(entry, field, LatexWriter.WriteVerbatim(text));
            }
        }

        if (BibTexOutput.FindArxiv(item) is { } arxiv)
        {
            Add(entry, "eprint", LatexWriter.WriteVerbatim(arxiv));
            Add(entry, "eprinttype", "arxiv");
        }
        else if (item.Field("archive_location") is { Length: > 0 } location)
        {
            Add(entry, "eprint", LatexWriter.WriteVerbatim(location));
            AddText(entry, "eprinttype", item.Field("archive"));
        }
    }
}
