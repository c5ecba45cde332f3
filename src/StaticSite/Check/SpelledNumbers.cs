using System.Collections.Frozen;

namespace StaticSite.Check;

/// <summary>Numbers written in words. They answer a number in digits; by themselves they raise no alarm.</summary>
internal static class SpelledNumbers
{
    private const string HanDigits = "零一二三四五六七八九";

    private static readonly string[] s_articles = ["a", "an", "each", "every", "per"];

    private static readonly string[] s_toNineteen =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly string[] s_tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly FrozenDictionary<string, int> s_english = s_articles.Select(word => (Word: word, Value: 1))
        .Concat(s_toNineteen.Select((word, i) => (Word: word, Value: i + 1)))
        .Concat(s_tens.Select((word, i) => (Word: word, Value: 10 * (i + 2))))
        .ToFrozenDictionary(one => one.Word, one => one.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>"half", "six", "twenty-four", and "a" as in "a year".</summary>
    public static string EnglishPattern { get; } =
        $"half(?: an?|-an?)?|(?:{string.Join('|', s_english.Keys.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal))})"
        + $"(?:[ -](?:{string.Join('|', s_toNineteen.Take(9))}))?";

    /// <summary>三、二十四、三点五、半.</summary>
    public const string HanPattern = "半|[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?";

    /// <summary>A word that is a number before a unit only: "a year", 一年.</summary>
    public static bool IsArticle(string text) =>
        text is "一" or "半" || text.StartsWith("half", StringComparison.OrdinalIgnoreCase) || s_articles.Contains(text, StringComparer.OrdinalIgnoreCase);

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
