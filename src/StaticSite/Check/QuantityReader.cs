using System.Globalization;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Check;

/// <summary>A number as a text has it.</summary>
/// <param name="Value">With its power of ten and its 万 or million, in the unit that is written.</param>
/// <param name="Dimension">What is measured (<c>g</c>, <c>g/kg</c>); null for a bare number.</param>
/// <param name="Base">The value in the dimension's own unit.</param>
/// <param name="IsExact">Written in digits, and with a unit, a decimal point, groups of three or a 万: the other language has it in digits too.</param>
internal readonly record struct Quantity(int Start, int Length, decimal Value, string? Dimension, decimal Base, bool IsExact);

/// <summary>Finds numbers and their units in a text of either language. What only looks like a number (a citation, an address, IL-10, a year) is left out.</summary>
internal static partial class QuantityReader
{
    /// <summary>Far beyond every count of cells, and far below what a decimal holds.</summary>
    private const decimal Greatest = 1_000_000_000_000_000m;

    private static readonly Regex s_quantity = new(
        """
        (?<![A-Za-z\u0370-\u03FF0-9.^_])(?<![0-9],)(?<![A-Za-z][-~])
        (?:每(?<before>公斤|千克|毫升|升|平方米)(?:体重|体表面积)?\s?|(?<hundredth>百分之)|(?<thousandth>千分之))?
        (?:
          (?<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)
          (?:\s?[×xX*·]\s?10(?:\^(?<power>-?[0-9]{1,2})\^?|(?<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))|\^(?<alone>-?[0-9]{1,2})\^|(?<aloneRaised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))?
        | (?<words>HAN|(?i:ENGLISH)(?![A-Za-z]))
        )
        (?:\s?(?<scale>万亿|千万|百万|十万|亿|万|(?:thousand|million|billion)(?![A-Za-z])))?
        (?:[\s-]?(?<unit>UNITS))?
        (?:\s?(?:cells|cell|个细胞|细胞|个)?\s?(?:/|per\s|每)\s?(?<per>UNITS|平方米|m\^2\^|m²|m2))?
        """.Replace("HAN", SpelledNumbers.HanPattern, StringComparison.Ordinal)
            .Replace("ENGLISH", SpelledNumbers.EnglishPattern.Replace(" ", "\\ ", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("UNITS", Units.Pattern, StringComparison.Ordinal),
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static List<Quantity> Read(string text)
    {
        var clear = Clear(text);
        var found = new List<Quantity>();
        foreach (Match match in s_quantity.Matches(clear))
        {
            if (ReadOne(match) is { } quantity)
            {
                found.Add(quantity);
            }
        }

        SpreadOverRanges(clear, found);
        return found;
    }

    /// <summary>As long as the text: characters by one width, and blanks where no number is meant.</summary>
    private static string Clear(string text) =>
        NoNumbers().Replace(string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = CharacterWidth.Fold(from[i]);
            }
        }), match => new string(' ', match.Length));

    private static Quantity? ReadOne(Match match)
    {
        var digits = match.Groups["digits"];
        var words = match.Groups["words"].Value;
        var number = digits.Success ? Number(digits.Value) : SpelledNumbers.Find(words);
        var (scale, unit) = (Scale(match), Unit(match));
        if (number is not { } value || scale > Greatest || value > Greatest / scale || (unit is null && SpelledNumbers.IsArticle(words)))
        {
            return null;
        }

        var scaled = value * scale;
        var isExact = digits.Success && (unit is not null || match.Groups["scale"].Success || digits.Value.AsSpan().IndexOfAny('.', ',') >= 0);
        return new(match.Index, match.Value.TrimEnd().Length, scaled, unit?.Dimension, scaled * (unit?.Factor ?? 1), isExact);
    }

    private static decimal? Number(string digits) =>
        digits.Length <= 20 && decimal.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= Greatest
            ? value
            : null;

    private static decimal Scale(Match match)
    {
        decimal scale = match.Groups["scale"].Value switch
        {
            "十万" => 100_000,
            "万" => 10_000,
            "百万" or "million" => 1_000_000,
            "千万" => 10_000_000,
            "亿" => 100_000_000,
            "billion" => 1_000_000_000,
            "万亿" => 1_000_000_000_000,
            "thousand" => 1000,
            _ => 1,
        };
        var power = Exponent(match, "power", "raised");
        var alone = match.Groups["digits"].Value == "10" ? Exponent(match, "alone", "aloneRaised") - 1 : 0;
        return scale * PowerOfTen(power ?? alone ?? 0);
    }

    private static int? Exponent(Match match, string plain, string raised)
    {
        if (match.Groups[plain] is { Success: true } written)
        {
            return int.Parse(written.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        if (match.Groups[raised] is not { Success: true, Value: var small })
        {
            return null;
        }

        var value = small.TrimStart('⁻').Aggregate(0, (sum, c) => (sum * 10) + "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c, StringComparison.Ordinal));
        return small[0] == '⁻' ? -value : value;
    }

    private static decimal PowerOfTen(int exponent)
    {
        const int most = 12;
        var power = 1m;
        for (var i = 0; i < Math.Min(Math.Abs(exponent), most); i++)
        {
            power = exponent > 0 ? power * 10 : power / 10;
        }

        return power;
    }

    private static Unit? Unit(Match match)
    {
        var of = match.Groups["hundredth"].Success ? Units.Find("%")
            : match.Groups["thousandth"].Success ? Units.Find("‰")
            : match.Groups["unit"] is { Success: true } unit && !IsYear(match, unit.Value) ? Units.Find(unit.Value) : null;
        var per = match.Groups["per"] is { Success: true } behind ? behind.Value : match.Groups["before"] is { Success: true } before ? before.Value : null;
        if (per is null)
        {
            return of;
        }

        var divisor = per is "平方米" or "m^2^" or "m²" or "m2" ? new Unit("m²", 1) : Units.Find(per)!.Value;
        return new Unit($"{of?.Dimension}/{divisor.Dimension}", (of?.Factor ?? 1) / divisor.Factor);
    }

    /// <summary>2016年 and the 1990s.</summary>
    private static bool IsYear(Match match, string unit) =>
        unit is "年" or "s"
        && match.Groups["digits"] is { Success: true, Length: 4 } digits
        && int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is > 1000 and < 3000;

    /// <summary>The first number of 3–5 mg, 3至5毫克, 3 to 5 million has the unit of the second.</summary>
    private static void SpreadOverRanges(string text, List<Quantity> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (one, next) = (found[i], found[i + 1]);
            var between = text.AsSpan(one.Start + one.Length, Math.Max(0, next.Start - one.Start - one.Length)).Trim();
            if (one.Dimension is null && next is { Dimension: not null, IsExact: true } && between is "-" or "–" or "—" or "~" or "to" or "至" or "到")
            {
                var factor = next.Value == 0 ? 1 : next.Base / next.Value;
                found[i] = one with { Dimension = next.Dimension, Base = one.Value * factor, IsExact = true };
            }
        }
    }

    /// <summary>The numbers of headings, citations, targets of links, attribute lists, tags, addresses, DOIs, notes.</summary>
    [GeneratedRegex(
        @"^#{1,6}[ \t]+[0-9]+(?:\.[0-9]+)*|\[-?@[^\]\n]{0,300}\]|@[A-Za-z0-9_:.-]{1,80}|\]\([^)\n]{0,500}\)|\{[^}\n]{0,1000}\}|<[^>\n]{0,300}>"
            + @"|https?://[^\s)]{1,500}|(?<![0-9])10\.[0-9]{4,9}/[^\s)]{1,200}|\[\^[^\]\n]{1,100}\]",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex NoNumbers();
}
