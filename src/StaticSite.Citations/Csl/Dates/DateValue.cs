using System.Globalization;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Dates;

/// <summary>One end of a date; what no calendar has is left out. Months 13 to 24 stand for seasons, as in EDTF and in older data.</summary>
internal readonly record struct DateValue(int? Year, int? Month, int? Day, int? Season)
{
    public int? Part(DatePartName name) => name switch
    {
        DatePartName.Year => Year,
        DatePartName.Month => Month ?? (Season is { } season ? 12 + season : null),
        _ => Day,
    };

    /// <param name="end">0 for the only date or a range's beginning, 1 for its end.</param>
    public static DateValue? FromOrNull(ItemDate date, int end) => date.Parts.Length > end && !date.Parts[end].IsDefaultOrEmpty ? From(date.Parts[end], date.Season) : null;

    public static string SortKey(ItemDate date, DateElement? element)
    {
        var limit = Limit(element);
        var key = Key(FromOrNull(date, 0) ?? default, limit);
        return FromOrNull(date, 1) is { } end ? key + "-" + Key(end, limit) : key;
    }

    private static DatePartName Limit(DateElement? element) => element switch
    {
        null => DatePartName.Day,
        { Form: DateForm.None } => element.DateParts.Select(part => part.Name).DefaultIfEmpty(DatePartName.Year).Max(),
        { Parts: DateParts.Year } => DatePartName.Year,
        { Parts: DateParts.YearMonth } => DatePartName.Month,
        _ => DatePartName.Day,
    };

    /// <summary>Years before Christ run backwards, so their distance from a far past is written.</summary>
    private static string Key(DateValue value, DatePartName limit)
    {
        var year = (long)(value.Year ?? 0);
        var key = (year < 0 ? "N" : "Y") + (year < 0 ? 9999999999 + year : year).ToString("D10", CultureInfo.InvariantCulture);
        if (limit >= DatePartName.Month)
        {
            key += (value.Part(DatePartName.Month) ?? 0).ToString("D2", CultureInfo.InvariantCulture);
        }

        return limit >= DatePartName.Day ? key + (value.Day ?? 0).ToString("D2", CultureInfo.InvariantCulture) : key;
    }

    private static DateValue From(System.Collections.Immutable.ImmutableArray<int> parts, int? season)
    {
        int? month = parts.Length > 1 ? parts[1] : null;
        int? day = parts.Length > 2 && parts[2] is >= 1 and <= 31 ? parts[2] : null;
        int? pseudo = month switch
        {
            >= 13 and <= 16 => month - 12,
            >= 17 and <= 20 => month - 16,
            >= 21 and <= 24 => month - 20,
            null => season is >= 1 and <= 4 ? season : null,
            _ => null,
        };
        return new(parts[0], month is >= 1 and <= 12 ? month : null, pseudo is null && month is >= 1 and <= 12 ? day : null, pseudo);
    }
}
