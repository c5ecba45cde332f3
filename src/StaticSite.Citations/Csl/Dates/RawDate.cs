using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Citations.Csl.Dates;

/// <summary>Dates written as text: EDTF (<c>2004-06~/2006</c>, <c>2001-21</c>), or as people write them (<c>Spring 1999 - Summer 2001</c>).</summary>
public static partial class RawDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Seasons = ["spr", "sum", "fal", "win"];

    /// <returns>The date; a text that is none becomes the literal of one.</returns>
    public static ItemDate Parse(string text)
    {
        var trimmed = text.Trim();
        return ParseEdtf(trimmed) ?? ParseHuman(trimmed) ?? new([], trimmed);
    }

    /// <returns>Null for what is not EDTF (levels 0 and 1, as far as CSL can hold it).</returns>
    public static ItemDate? ParseEdtf(string text)
    {
        var ends = text.Split('/');
        if (ends.Length > 2)
        {
            return null;
        }

        var (parts, isCirca) = (ImmutableArray.CreateBuilder<ImmutableArray<int>>(2), false);
        foreach (var end in ends)
        {
            var match = EdtfForm().Match(end);
            if (end is ".." or "")
            {
                if (ends.Length == 1 || (parts.Count == 0 && end == ends[0]))
                {
                    return null;
                }

                parts.Add([0]);
                continue;
            }

            if (!match.Success || !int.TryParse(match.Groups["y"].ValueSpan.TrimStart('Y'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year))
            {
                return null;
            }

            isCirca |= match.Groups["q"].Success;
            parts.Add(Date(year, match.Groups["m"].Value, match.Groups["d"].Value));
        }

        return new(parts.ToImmutable()) { IsCirca = isCirca };
    }

    private static ImmutableArray<int> Date(int year, string month, string day)
    {
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var monthNumber))
        {
            return [year];
        }

        return int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var dayNumber) ? [year, monthNumber, dayNumber] : [year, monthNumber];
    }

    private static ItemDate? ParseHuman(string text)
    {
        var ends = RangeForm().Split(text);
        var parts = ends.Select(ParseEnd).ToImmutableArray();
        return parts.Length is 1 or 2 && parts.All(end => end.Length > 0) ? new(parts) : null;
    }

    private static ImmutableArray<int> ParseEnd(string text)
    {
        var (year, month, day) = (0, 0, 0);
        foreach (var word in text.Split([' ', ',', '.', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                (year, day) = number > 31 || word.Length > 2 ? (number, day) : (year, number);
            }
            else if (word.Length >= 3 && Array.IndexOf(Months, word[..3].ToLowerInvariant()) is var index and >= 0)
            {
                month = index + 1;
            }
            else if (word.Length >= 3 && Array.IndexOf(Seasons, word[..3].ToLowerInvariant().Replace("aut", "fal", StringComparison.Ordinal)) is var season and >= 0)
            {
                month = 21 + season;
            }
            else
            {
                return [];
            }
        }

        return year == 0 ? [] : month == 0 ? [year] : day == 0 ? [year, month] : [year, month, day];
    }

    [GeneratedRegex(@"\A(?<y>Y?-?[0-9]{4,9})(?:-(?<m>[0-9]{2})(?:-(?<d>[0-9]{2}))?)?(?:T.*)?(?<q>[~?%])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex EdtfForm();

    [GeneratedRegex(@"\s+[-\u2013]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex RangeForm();
}
