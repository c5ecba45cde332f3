using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>Dates as authors write them: a day, or a day and a time with its offset from UTC.</summary>
internal static partial class DateText
{
    private const string Example = "Write it as 2025-05-20, or with time and offset as 2025-05-20T08:00:00+08:00.";

    public static Located<PublicationDate>? Parse(Located<string> text, string key, TimeZoneInfo zone, ImmutableArray<Diagnostic>.Builder found)
    {
        var (date, problem, hint) = Parse(text.Value, zone);
        if (problem is not null)
        {
            found.Add(ParseDiagnostics.BadDate(text, key, problem, hint));
            return null;
        }

        return new Located<PublicationDate>(date, text.Where);
    }

    /// <summary>"2" for February 2016 is 29.</summary>
    public static string? FindBadDay(int year, int month, int day)
    {
        if (month is < 1 or > 12)
        {
            return $"there is no month {month}.";
        }

        var days = DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), month);
        return day >= 1 && day <= days
            ? null
            : $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year} has {days} days.";
    }

    private static (PublicationDate Date, string? Problem, string Hint) Parse(string text, TimeZoneInfo zone)
    {
        if (DatePattern().Match(text) is not { Success: true } match)
        {
            return LoosePattern().Match(text) is { Success: true } loose
                ? (default, "a date is year-month-day in digits.", $"Write {Number(loose, 1):0000}-{Number(loose, 2):00}-{Number(loose, 3):00}.")
                : (default, "it is not a date.", Example);
        }

        var (year, month, day) = (Number(match, 1), Number(match, 2), Number(match, 3));
        if (year is < 1000 or > 9998)
        {
            return (default, $"the year {year} is out of range.", Example);
        }

        if (FindBadDay(year, month, day) is { } badDay)
        {
            return (default, badDay, "Correct the date.");
        }

        var midnight = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return match.Groups["hour"].Success
            ? ParseTime(match, midnight, zone)
            : (new PublicationDate(new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)), false), null, "");
    }

    private static (PublicationDate Date, string? Problem, string Hint) ParseTime(Match match, DateTime midnight, TimeZoneInfo zone)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (hour > 23 || minute > 59 || second > 59)
        {
            return (default, "there is no such time of day.", Example);
        }

        var time = midnight + new TimeSpan(hour, minute, second);
        if (!match.Groups["offset"].Success)
        {
            var here = new DateTimeOffset(time, zone.GetUtcOffset(time));
            return (default, "a time of day needs its offset from UTC.", $"Write {here.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}.");
        }

        if (match.Groups["offset"].Value is "Z" or "z")
        {
            return (new PublicationDate(new DateTimeOffset(time, TimeSpan.Zero), true), null, "");
        }

        var offset = new TimeSpan(Number(match, "offsetHour"), Number(match, "offsetMinute"), 0);
        return Number(match, "offsetMinute") > 59 || offset > TimeSpan.FromHours(14)
            ? (default, "there is no such offset from UTC.", Example)
            : (new PublicationDate(new DateTimeOffset(time, match.Groups["sign"].Value == "-" ? -offset : offset), true), null, "");
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<1>[0-9]{4})-(?<2>[0-9]{2})-(?<3>[0-9]{2})(?:(?:[Tt]| +)(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]+)?)?(?: *(?<offset>[Zz]|(?<sign>[+-])(?<offsetHour>[0-9]{2}):?(?<offsetMinute>[0-9]{2})))?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    /// <summary>2016/2/3, 2016.2.3, 2016-2-3, 2016年2月3日.</summary>
    [GeneratedRegex(@"^([0-9]{4}) *[-/.年] *([0-9]{1,2}) *[-/.月] *([0-9]{1,2}) *日?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LoosePattern();
}
