using System.Text.RegularExpressions;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Numbers;

/// <summary>Page ranges: their delimiter, and how much of the second number is printed.</summary>
internal static partial class PageRanges
{
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

        if (format == PageRangeFormat.None || first.Length == 0 || second.Length == 0 || first.Length > 12 || second.Length > 12
            || (prefix2.Length > 0 && prefix2 != prefix))
        {
            return match.Groups["a"].Value + delimiter + match.Groups["b"].Value;
        }

        var full = second.Length < first.Length ? string.Concat(first.AsSpan(0, first.Length - second.Length), second) : second;
        var shown = format switch
        {
            PageRangeFormat.Expanded => prefix + full,
            PageRangeFormat.Minimal => Minimal(first, full, 1),
            PageRangeFormat.MinimalTwo => Minimal(first, full, 2),
            _ => Chicago(first, full, format),
        };
        return prefix + first + delimiter + shown;
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
