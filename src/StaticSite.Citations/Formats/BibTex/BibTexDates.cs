using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>BibLaTeX's <c>date</c>, and BibTeX's <c>year</c>, <c>month</c> and <c>day</c>.</summary>
internal static partial class BibTexDates
{
    public static ItemDate? Read(RawField field, ImmutableArray<ReferenceProblem>.Builder problems)
    {
        var text = LatexText.Read(field.Value, LatexMode.Verbatim);
        if (text.Length == 0)
        {
            return null;
        }

        if (Edtf.Parse(text, out var problem) is { } date)
        {
            return date;
        }

        if (problem is not null)
        {
            problems.Add(BibTexProblems.BadDate(field, problem));
            return null;
        }

        if (FromYear(text) is { } year)
        {
            return year;
        }

        problems.Add(FormatProblems.DateAsWords(field.Name, field.Start, field.Length, text, $"{field.Name} = {{2020-05-12}}"));
        return new ItemDate([], LatexText.Read(field.Value, LatexMode.Text));
    }

    public static ItemDate? Issued(RawEntry entry, ImmutableArray<ReferenceProblem>.Builder problems)
    {
        if (entry.Find("date") is { } date)
        {
            return Read(date, problems);
        }

        if (entry.Find("year") is not { } field || LatexText.Read(field.Value, LatexMode.Text) is not { Length: > 0 } year)
        {
            return null;
        }

        // Years in words (in press, forthcoming) are what BibTeX's users write; they are printed.
        var issued = FromYear(year) ?? Edtf.Parse(year, out _) ?? new ItemDate([], year);
        return issued.Parts is [[var number]] && entry.Find("month") is { } month ? WithMonth(number, issued.IsCirca, month, entry.Find("day"), problems) : issued;
    }

    /// <summary><c>2020</c>, <c>ca. 1850</c>, <c>[1998]</c>, <c>2019–2020</c>, <c>2019-20</c>.</summary>
    private static ItemDate? FromYear(string text)
    {
        if (Year().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var first = Number(match.Groups["first"].ValueSpan);
        var isCirca = match.Groups["circa"].Success || match.Groups["doubt"].Success;
        if (!match.Groups["last"].Success)
        {
            return new ItemDate([[first]]) { IsCirca = isCirca };
        }

        var written = match.Groups["last"].ValueSpan;
        var last = written.Length == 2 ? (first / 100 * 100) + Number(written) : Number(written);
        return last > first ? new ItemDate([[first], [last]]) { IsCirca = isCirca } : null;
    }

    private static ItemDate WithMonth(int year, bool isCirca, RawField month, RawField? day, ImmutableArray<ReferenceProblem>.Builder problems)
    {
        var (first, firstDay, last, lastDay) = Month(LatexText.Read(month.Value, LatexMode.Text));
        if (first is null)
        {
            return new ItemDate([[year]]) { IsCirca = isCirca };
        }

        firstDay ??= day is not null && int.TryParse(LatexText.Read(day.Value, LatexMode.Text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var dates = ImmutableArray.CreateBuilder<ImmutableArray<int>>(2);
        dates.Add(firstDay is { } one ? [year, first.Value, one] : [year, first.Value]);
        if (last is not null || lastDay is not null)
        {
            dates.Add(lastDay is { } end ? [year, last ?? first.Value, end] : [year, last ?? first.Value]);
        }

        if (dates.Select(Edtf.FindProblem).FirstOrDefault(found => found is not null) is { } problem)
        {
            problems.Add(BibTexProblems.BadDate(month, problem));
            return new ItemDate([[year]]) { IsCirca = isCirca };
        }

        return Edtf.WithSeason(dates.ToImmutable(), isCirca);
    }

    /// <summary><c>May</c>, <c>5</c>, <c>May 12</c>, <c>12 May</c>, <c>May–June</c>, <c>Jan/Feb</c>, <c>10~January</c>, <c>5--7 March</c>, <c>Spring</c>.</summary>
    private static (int? First, int? FirstDay, int? Last, int? LastDay) Month(string text)
    {
        int? first = null, firstDay = null, last = null, lastDay = null;
        var isRange = false;
        var hasWord = text.AsSpan().IndexOfAnyInRange('A', 'z') >= 0;
        foreach (Match piece in MonthPiece().Matches(text))
        {
            var word = piece.ValueSpan;
            var isNumber = char.IsAsciiDigit(word[0]) && word[^1] != '月';
            if (word[0] is '-' or '–' or '—' or '/')
            {
                isRange = true;
            }
            else if (isNumber && hasWord)
            {
                int? number = Number(word);
                (firstDay, lastDay) = isRange && firstDay is not null ? (firstDay, number) : (number, lastDay);
            }
            else if (MonthNames.Find(word) is { } found)
            {
                int? month = found;
                (first, last) = isRange && first is not null ? (first, month) : (first ?? month, last);
            }
        }

        return (first, firstDay, last, lastDay);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\[?(?<circa>(?:c|ca|circa|around|about|约)\.?\s*)?(?<first>[0-9]{4})年?(?<doubt>\?)?\]?(?:\s*[-–—/]\s*(?<last>[0-9]{4}|[0-9]{2}))?\]?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Year();

    [GeneratedRegex(@"[0-9]{1,2}月?|\p{L}+\.?|[-–—/]", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPiece();
}
