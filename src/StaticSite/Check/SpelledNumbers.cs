using System.Collections.Frozen;

namespace StaticSite.Check;

/// <summary>Numbers written in words. They answer a number in digits; by themselves they raise no alarm.</summary>
internal static class SpelledNumbers
{
    private const string HanDigits = "零一二三四五六七八九";

    private static readonly FrozenDictionary<string, int> s_english = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = 1, ["an"] = 1, ["each"] = 1, ["every"] = 1, ["per"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5,
        ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13,
        ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20,
        ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>"half", "six", "twenty-four", and "a" as in "a year".</summary>
    public static string EnglishPattern { get; } = $"half(?: an?|-an?)?|(?:{string.Join('|', s_english.Keys.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal))})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?";

    /// <summary>三、二十四、三点五、半.</summary>
    public const string HanPattern = "半|[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?";

    /// <summary>A word that is a number before a unit only: "a year", 一年.</summary>
    public static bool IsArticle(string text) => text.Length > 0
        && (text is "一" or "半" || text.StartsWith("half", StringComparison.OrdinalIgnoreCase) || text.ToLowerInvariant() is "a" or "an" or "each" or "every" or "per");

    public static decimal? Find(string text) => char.IsAsciiLetter(text[0]) ? English(text) : Han(text);

    private static decimal? English(string text)
    {
        if (text.StartsWith("half", StringComparison.OrdinalIgnoreCase))
        {
            return 0.5m;
        }

        var words = text.Split(' ', '-');
        return words.Length == 1 || s_english[words[0]] >= 20 ? words.Sum(word => s_english[word]) : null;
    }

    private static decimal? Han(string text)
    {
        if (text == "半")
        {
            return 0.5m;
        }

        var (total, digit, last) = (0m, -1, 0);
        var point = text.IndexOf('点', StringComparison.Ordinal);
        foreach (var c in point < 0 ? text : text[..point])
        {
            var weight = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (weight > 0)
            {
                // 二十五 and 十五, but not 十十.
                if (last != 0 && weight >= last)
                {
                    return null;
                }

                total += (digit < 0 ? 1 : digit) * weight;
                (digit, last) = (-1, weight);
            }
            else if (digit > 0)
            {
                return null;
            }
            else
            {
                digit = DigitOf(c);
            }
        }

        total += Math.Max(digit, 0);
        return point < 0 ? total : total + Fraction(text[(point + 1)..]);
    }

    private static decimal Fraction(string digits)
    {
        var (value, place) = (0m, 0.1m);
        foreach (var c in digits.Take(9))
        {
            (value, place) = (value + (DigitOf(c) * place), place / 10);
        }

        return value;
    }

    private static int DigitOf(char c) => c switch { '两' => 2, '〇' => 0, _ => HanDigits.IndexOf(c, StringComparison.Ordinal) };
}
