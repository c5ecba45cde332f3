using System.Globalization;
using System.Text;
using StaticSite.Parse.Html;

namespace StaticSite.Parse.Syntax.Headings;

/// <summary>A heading's id from its words: Han characters and other letters stay, Latin in lower case, a space is a hyphen, other marks go.</summary>
internal static class HeadingId
{
    private const string Fallback = "section";

    public static string Of(string text)
    {
        text = HtmlText.WithoutMarks(text);
        var id = new StringBuilder(text.Length);
        foreach (var rune in (IsNormalized(text) ? text : text.Normalize()).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_')
            {
                Append(id, IsIdeograph(rune.Value) ? rune : Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetNumericValue(rune) is >= 0 and < 10 and var digit && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNumber && digit % 1 == 0)
            {
                // A raised digit: H₂O is h2o.
                id.Append((int)digit);
            }
            else if ((Rune.IsWhiteSpace(rune) || rune.Value == '-') && id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var trimmed = id.ToString().TrimEnd('-');
        return trimmed.Length == 0 ? Fallback : trimmed;
    }

    private static void Append(StringBuilder id, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        id.Append(units[..rune.EncodeToUtf16(units)]);
    }

    /// <summary>What nearly all headings are made of has one form only; the rest is asked of a library outside .NET, which takes its time.</summary>
    private static bool IsNormalized(string text)
    {
        foreach (var c in text)
        {
            if (!(c < '\u0300' || IsIdeograph(c) || c is (>= '\u2010' and <= '\u2027') or (>= '\u3001' and <= '\u3029') or (>= '\uFF01' and <= '\uFF5E')))
            {
                return text.IsNormalized();
            }
        }

        return true;
    }

    /// <summary>Of the main block: neither case nor other forms.</summary>
    private static bool IsIdeograph(int c) => c is >= 0x4E00 and <= 0x9FFF;
}
