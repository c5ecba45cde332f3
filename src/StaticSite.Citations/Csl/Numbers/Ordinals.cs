using System.Globalization;
using System.Text;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Numbers;

/// <summary>2nd, second, ii.</summary>
internal static class Ordinals
{
    private static readonly (int Value, string Letters)[] RomanNumerals =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <param name="noun">The term that the number belongs to; its gender decides.</param>
    public static string Ordinal(int number, string noun, MergedLocale locale) =>
        number.ToString(CultureInfo.InvariantCulture) + Suffix(number, GenderOf(noun, locale), locale);

    public static string LongOrdinal(int number, string noun, MergedLocale locale)
    {
        if (number is < 1 or > 10)
        {
            return Ordinal(number, noun, locale);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"long-ordinal-{number:D2}");
        var term = locale.FindExact(name, TermForm.Long, GenderOf(noun, locale)) ?? locale.FindExact(name, TermForm.Long);
        return term?.Single is { Length: > 0 } text ? text : Ordinal(number, noun, locale);
    }

    public static string Roman(int number)
    {
        if (number is < 1 or > 9999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var roman = new StringBuilder();
        foreach (var (value, letters) in RomanNumerals)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }

    private static Gender GenderOf(string noun, MergedLocale locale) => locale.Find(noun, TermForm.Long)?.Gender ?? Gender.Neuter;

    private static string Suffix(int number, Gender gender, MergedLocale locale)
    {
        var (digit, digits) = (number % 10, number % 100);
        return Find(number, OrdinalMatch.WholeNumber, number < 100, gender, locale)
            ?? Find(digits, OrdinalMatch.LastTwoDigits, digits >= 10 || number < 100, gender, locale)
            ?? Find(digit, OrdinalMatch.LastDigit, true, gender, locale)
            ?? FindTerm("ordinal", gender, locale)?.Single
            ?? "";
    }

    private static string? Find(int digits, OrdinalMatch match, bool applies, Gender gender, MergedLocale locale)
    {
        if (!applies || FindTerm(string.Create(CultureInfo.InvariantCulture, $"ordinal-{digits:D2}"), gender, locale) is not { } term)
        {
            return null;
        }

        var matches = term.Match ?? (digits < 10 ? OrdinalMatch.LastDigit : OrdinalMatch.LastTwoDigits);
        return matches == match ? term.Single : null;
    }

    private static Term? FindTerm(string name, Gender gender, MergedLocale locale) =>
        (gender == Gender.Neuter ? null : locale.FindExact(name, TermForm.Long, gender)) ?? locale.FindExact(name, TermForm.Long);
}
