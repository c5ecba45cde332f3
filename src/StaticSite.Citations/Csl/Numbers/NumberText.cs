using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Numbers;

/// <summary>
/// The text of a number variable. It is numeric where it consists of numbers (<c>2</c>, <c>2nd</c>, <c>D2</c>), alone or joined
/// by comma, hyphen or ampersand.
/// </summary>
internal static partial class NumberText
{
    public static bool IsNumeric(string text) => IsOneNumber(text) || Numeric().IsMatch(text);

    /// <summary>Nothing but digits.</summary>
    private static bool IsOneNumber(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>More than one number: a range, a list; or a text that joins two numbers otherwise.</summary>
    public static bool IsPlural(string text)
    {
        if (IsOneNumber(text) || text.Contains("\\-", StringComparison.Ordinal))
        {
            return false;
        }

        return Several().IsMatch(text);
    }

    /// <summary>Numbers comparable as text.</summary>
    public static string SortKey(string text) =>
        Digits().Replace(text, match => match.Value.TrimStart('0').PadLeft(10, '0'));

    public static string Format(string text, NumberForm form, string variable, MergedLocale locale)
    {
        if (IsOneNumber(text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var only))
        {
            return Format(only, form, variable, locale);
        }

        var shown = new StringBuilder(text.Length + 8);
        foreach (Match match in Piece().Matches(text.Trim()))
        {
            if (match.Groups["sep"] is { Success: true } separator)
            {
                shown.Append(Separator(separator.Value.Trim(), locale));
            }
            else if (match.Groups["plain"].Success
                && int.TryParse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                shown.Append(Format(number, form, variable, locale));
            }
            else
            {
                shown.Append(match.ValueSpan);
            }
        }

        return shown.ToString();
    }

    public static string Format(int number, NumberForm form, string variable, MergedLocale locale) => form switch
    {
        NumberForm.Ordinal => Ordinals.Ordinal(number, variable, locale),
        NumberForm.LongOrdinal => Ordinals.LongOrdinal(number, variable, locale),
        NumberForm.Roman => Ordinals.Roman(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Separator(string written, MergedLocale locale) => written switch
    {
        "," => ", ",
        "&" => " " + (locale.Ampersand) + " ",
        _ => written == "-" ? "-" : written,
    };

    [GeneratedRegex(@"\A\s*\p{L}*[0-9]+\p{L}*(?:\s*[,&\-\u2013]\s*\p{L}*[0-9]+\p{L}*)*\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<sep>\s*[,&\-\u2013]\s*)|(?<plain>(?<![\p{L}0-9])[0-9]+(?![\p{L}0-9]))|[^\s,&\-\u2013]+|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"[0-9ivxlcdm]\p{L}?\s*(?:[,&\-\u2013;]|\band\b|\bet\b|\s)\s*\p{L}*\.?\s*[0-9ivxlcdm]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Several();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
