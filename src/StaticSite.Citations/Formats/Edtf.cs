using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Citations.Formats;

/// <summary>Dates and ranges of dates in EDTF (ISO 8601-2): <c>2020-05</c>, <c>2019/2020</c>, <c>1850~</c>, <c>2020-21</c> (spring), <c>195X</c>.</summary>
public static partial class Edtf
{
    private const int FirstSeason = 21;
    private const int LastSeason = 24;

    /// <summary>Null where the text is no such date; a problem where a day does not exist.</summary>
    public static ItemDate? Parse(string text, out string? problem)
    {
        problem = null;
        var ends = text.Trim().Split('/');
        if (ends.Length > 2)
        {
            return null;
        }

        var dates = ImmutableArray.CreateBuilder<ImmutableArray<int>>(2);
        var isCirca = false;
        foreach (var end in ends)
        {
            if (end.Trim() is "" or ".." or "*" or "open")
            {
                continue;
            }

            if (OneDate().Match(end.Trim()) is not { Success: true } match)
            {
                return null;
            }

            isCirca |= match.Groups["mark"].Success;
            AddDates(match, dates);
        }

        return dates.Count is 0 or > 2 ? null : Checked(dates.ToImmutable(), isCirca, out problem);
    }

    /// <summary>"February 2016 has 29 days" for its 30th. Null where the day exists, or where only a month or a season is given.</summary>
    public static string? FindProblem(ImmutableArray<int> date)
    {
        if (date.Length < 2 || date[1] is > 12 and <= LastSeason)
        {
            return null;
        }

        var month = date[1];
        if (month is < 1 or > 12)
        {
            return string.Create(CultureInfo.InvariantCulture, $"there is no month {month}");
        }

        var days = DateTime.DaysInMonth(Math.Clamp(date[0], 1, 9999), month);
        return date.Length < 3 || (date[2] >= 1 && date[2] <= days)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{MonthNames.English[month - 1]} {date[0]} has {days} days");
    }

    /// <summary>As EDTF; null for a date in words.</summary>
    public static string? Print(ItemDate date)
    {
        if (date.Parts.IsDefaultOrEmpty || date.Parts[0].IsDefaultOrEmpty)
        {
            return null;
        }

        var season = date.Season is { } number && date.Parts is [[_]] ? string.Create(CultureInfo.InvariantCulture, $"-{FirstSeason - 1 + number}") : "";
        var text = new StringBuilder();
        for (var i = 0; i < date.Parts.Length; i++)
        {
            if (!date.Parts[i].IsDefaultOrEmpty)
            {
                text.Append(text.Length > 0 ? "/" : "");
                Print(text, date.Parts[i]);
                text.Append(season).Append(date.IsCirca ? "~" : "");
            }
        }

        return text.ToString();
    }

    private static void Print(StringBuilder text, ImmutableArray<int> part)
    {
        text.Append(part[0] < 0 ? "-" : "").Append(Math.Abs((long)part[0]).ToString("0000", CultureInfo.InvariantCulture));
        for (var i = 1; i < Math.Min(part.Length, 3); i++)
        {
            text.Append('-').Append(part[i].ToString("00", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A season of its own is CSL's <c>season</c>; in a range it stays where the month would be.</summary>
    internal static ItemDate WithSeason(ImmutableArray<ImmutableArray<int>> dates, bool isCirca) =>
        dates is [[var year, >= FirstSeason and <= LastSeason and var season]]
            ? new ItemDate([[year]]) { Season = season - FirstSeason + 1, IsCirca = isCirca }
            : new ItemDate(dates) { IsCirca = isCirca };

    private static ItemDate? Checked(ImmutableArray<ImmutableArray<int>> dates, bool isCirca, out string? problem)
    {
        problem = dates.Select(FindProblem).FirstOrDefault(found => found is not null);
        return problem is null ? WithSeason(dates, isCirca) : null;
    }

    /// <summary>A decade or century (<c>195X</c>) is the range of its years.</summary>
    private static void AddDates(Match match, ImmutableArray<ImmutableArray<int>>.Builder dates)
    {
        if (match.Groups["year"].Value is var year && year.EndsWith('X'))
        {
            dates.Add([Number(year.Replace('X', '0'))]);
            dates.Add([Number(year.Replace('X', '9'))]);
            return;
        }

        var parts = ImmutableArray.CreateBuilder<int>(3);
        parts.Add(Number(year));
        foreach (var part in (ReadOnlySpan<Group>)[match.Groups["month"], match.Groups["day"]])
        {
            if (part.Success && !part.ValueSpan.Contains('X'))
            {
                parts.Add(Number(part.ValueSpan));
            }
        }

        dates.Add(parts.ToImmutable());
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    // A time of day is dropped.
    [GeneratedRegex(@"\A(?<year>-?[0-9]{1,4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?<month>[0-9]{1,2}|XX)(?:-(?<day>[0-9]{1,2}|XX)(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?)?(?<mark>[~?%])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex OneDate();
}
