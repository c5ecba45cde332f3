using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Citations.Formats.Ris;

/// <summary>Dates of RIS: <c>2020</c>, <c>2020/05/12/</c>, <c>2020///Spring</c>, and as exports have them <c>2020-05-12</c>, <c>May 2020</c>, <c>2020 May 12</c>.</summary>
internal static partial class RisDates
{
    public static ItemDate? Read(RisLine line, ImmutableArray<ReferenceProblem>.Builder problems)
    {
        var date = Slashed().Match(line.Value) is { Success: true } match ? FromSlashes(match) : FromWords(line.Value);
        if (date is null)
        {
            date = Edtf.Parse(line.Value, out var problem);
            if (problem is null && date is null)
            {
                problems.Add(FormatProblems.DateAsWords(line.Tag, line.Start, line.Length, line.Value, $"{line.Tag}  - 2020/05/12"));
                return new ItemDate([], line.Value);
            }
        }

        if (date?.Parts.Select(Edtf.FindProblem).FirstOrDefault(found => found is not null) is { } wrong)
        {
            problems.Add(FormatProblems.BadDate(line.Tag, line.Start, line.Length, wrong, $"{line.Tag}  - 2020/05/12"));
            return new ItemDate([[date.Parts[0][0]]]);
        }

        return date;
    }

    private static ItemDate FromSlashes(Match match)
    {
        var parts = ImmutableArray.CreateBuilder<int>(3);
        foreach (var part in (ReadOnlySpan<Group>)[match.Groups["year"], match.Groups["month"], match.Groups["day"]])
        {
            // "2020//12": a day without its month says nothing. Some write 00 for what they do not know.
            if (!part.Success || part.Length == 0 || (parts.Count > 0 && part.ValueSpan.TrimStart('0').IsEmpty))
            {
                break;
            }

            parts.Add(int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        if (parts.Count == 1 && MonthNames.Find(match.Groups["words"].ValueSpan) is { } found)
        {
            parts.Add(found);
        }

        return Edtf.WithSeason([parts.ToImmutable()], false);
    }

    private static ItemDate? FromWords(string text)
    {
        if (YearFirst().Match(text) is not { Success: true } match && (match = YearLast().Match(text)) is not { Success: true })
        {
            return null;
        }

        if (MonthNames.Find(match.Groups["month"].ValueSpan) is not { } month)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return match.Groups["day"] is { Success: true } day && month <= 12
            ? new ItemDate([[year, month, int.Parse(day.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)]])
            : Edtf.WithSeason([[year, month]], false);
    }

    [GeneratedRegex(@"\A(?<year>[0-9]{4})(?:/(?<month>[0-9]{0,2})(?:/(?<day>[0-9]{0,2})(?:/(?<words>.*))?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\A(?<year>[0-9]{4})[ ,-]+(?<month>\p{L}+\.?)(?:[-/]\p{L}+)?(?:[ -](?<day>[0-9]{1,2})(?:-[0-9]{1,2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\A(?:(?<day>[0-9]{1,2})[ -])?(?<month>\p{L}+\.?)(?:[ -](?<day>[0-9]{1,2}))?[ ,-]+(?<year>[0-9]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();
}
