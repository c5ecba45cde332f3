using System.Text.RegularExpressions;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Numbers;

/// <summary>Page ranges: their delimiter, and how much of the second number is printed.</summary>
internal static partial class PageRanges
{
    private const int LongestNumber = 12;

    public static string First(string pages)
    {
        var end = pages.AsSpan().IndexOfAny("-\u2013,;&");
        return end <= 0 ? pages : pages[..end].TrimEnd();
    }

    public static string Format(string text, PageRangeFormat format, string delimiter, string ampersand)
    {
        if (text.AsSpan().IndexOfAny("-\u2013&,") < 0)
        {
            return text;
        }

        if (IsPlain(text, out var first) && delimiter.AsSpan().IndexOfAny(',', '&') < 0)
        {
            var (from, to) = (text[..first], text[(first + 1)..]);
            return from + delimiter + (format == PageRangeFormat.None ? to : Second(from, to, format));
        }

        if (text.Contains("\\-", StringComparison.Ordinal))
        {
            return text.Replace("\\-", "-", StringComparison.Ordinal);
        }

        var ranged = Range().Replace(text, match => FormatRange(match, format, delimiter));
        ranged = Comma().Replace(ranged, ", ");
        return Ampersand().Replace(ranged, $" {ampersand} ");
    }

    private static string FormatRange(Match match, PageRangeFormat format, string delimiter)
    {
        var (prefix, first) = (match.Groups["p1"].Value, match.Groups["n1"].Value);
        var (prefix2, second) = (match.Groups["p2"].Value, match.Groups["n2"].Value);
        if (prefix.Length > 0 && prefix2.Length == 0 && second.Length > 0)
        {
            return match.Groups["a"].Value + "-" + match.Groups["b"].Value;
        }

        if (format == PageRangeFormat.None || first.Length == 0 || second.Length == 0 || first.Length > LongestNumber || second.Length > LongestNumber
            || (prefix2.Length > 0 && prefix2 != prefix))
        {
            return match.Groups["a"].Value + delimiter + match.Groups["b"].Value;
        }

        return prefix + first + delimiter + (format == PageRangeFormat.Expanded ? prefix : "") + Second(first, second, format);
    }

    private static string Second(string first, string second, PageRangeFormat format)
    {
        var full = second.Length < first.Length ? string.Concat(first.AsSpan(0, first.Length - second.Length), second) : second;
        return format switch
        {
            PageRangeFormat.Expanded => full,
            PageRangeFormat.Minimal => Minimal(first, full, 1),
            PageRangeFormat.MinimalTwo => Minimal(first, full, 2),
            _ => Chicago(first, full, format),
        };
    }

    /// <summary>Two numbers and one hyphen or dash, as nearly all pages are.</summary>
    private static bool IsPlain(string text, out int first)
    {
        first = 0;
        while (first < text.Length && char.IsAsciiDigit(text[first]))
        {
            first++;
        }

        var second = first + 1;
        while (second < text.Length && char.IsAsciiDigit(text[second]))
        {
            second++;
        }

        return first is > 0 and <= LongestNumber && second == text.Length && second - first - 1 is > 0 and <= LongestNumber && (text[first] is '-' or '\u2013');
    }

    private static string Minimal(string first, string second, int least)
    {
        if (first.Length != second.Length)
        {
            return second;
        }

        var common = 0;
        while (common < second.Length - least && first[common] == second[common])
        {
            common++;
        }

        return second[common..];
    }

    private static string Chicago(string first, string second, PageRangeFormat format)
    {
        if (first.Length < 3 || first.EndsWith("00", StringComparison.Ordinal) || first.Length != second.Length)
        {
            return second;
        }

        if (first[^2] == '0')
        {
            return Minimal(first, second, 1);
        }

        var shown = Minimal(first, second, 2);
        return format == PageRangeFormat.Chicago15 && first.Length == 4 && shown.Length >= 3 ? second : shown;
    }

    [GeneratedRegex(@"(?<a>(?<p1>(?:[^\s,&;\-\u2013]*[^\s,&;\-\u2013\d])?)(?<n1>\d*))\s*[\-\u2013]+\s*(?<b>(?<p2>(?:[^\s,&;\-\u2013]*[^\s,&;\-\u2013\d])?)(?<n2>\d*))", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"\s*,\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\s*&\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Ampersand();
}
