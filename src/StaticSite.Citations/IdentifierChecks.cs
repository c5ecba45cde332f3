using System.Globalization;

namespace StaticSite.Citations;

/// <summary>What a check of an identifier says.</summary>
/// <param name="Value">As it is kept: DOI, PMID and PMCID without prefixes of addresses, others as written. Null where it is none.</param>
/// <param name="Message">What is wrong; null where nothing is.</param>
/// <param name="Hint">The form that is expected.</param>
public readonly record struct IdentifierCheck(string? Value, string? Message = null, string? Hint = null);

/// <summary>The forms of identifiers, and the check digits of ISBN, ISSN and ORCID iD.</summary>
public static class IdentifierChecks
{
    /// <param name="variable">DOI, PMID, PMCID, URL, ISBN or ISSN.</param>
    public static IdentifierCheck Check(string variable, string written)
    {
        var text = written.Trim();
        if (variable is "ISBN" or "ISSN")
        {
            return CheckNumbers(variable, text);
        }

        var value = variable switch
        {
            "DOI" => Identifiers.FindDoi(text),
            "PMID" => Identifiers.FindPmid(text),
            "PMCID" => Identifiers.FindPmcid(text),
            _ => Identifiers.FindWebAddress(text) is null ? null : text,
        };
        return value is null ? NotOne(variable, text) : new(value);
    }

    /// <summary>The iD as <c>0000-0002-1825-0097</c>, from that or its address.</summary>
    public static IdentifierCheck CheckOrcid(string written)
    {
        var text = written.Trim();
        var slash = text.LastIndexOf('/');
        var id = slash >= 0 && text[..slash] is "https://orcid.org" or "http://orcid.org" ? text[(slash + 1)..] : text;
        var digits = id.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length != 16 || id.Length != 19 || !IsNumber(digits))
        {
            return new(null, $"'{Quote(text)}' is not an ORCID iD.", "For example: 0000-0002-1825-0097");
        }

        var expected = OrcidDigit(digits);
        return expected == digits[^1] ? new(id) : WrongDigit("ORCID iD", id, expected);
    }

    /// <summary>A record may name several, each with words around it: <c>1474-547X (Electronic) 0140-6736 (Print)</c>. All are kept as written.</summary>
    private static IdentifierCheck CheckNumbers(string variable, string text)
    {
        var isChecked = false;
        foreach (var number in Numbers(text))
        {
            var digits = Digits(number);
            var isOne = IsNumber(digits) && (variable == "ISSN" ? digits.Length == 8 : digits.Length is 10 or 13);
            if (!isOne)
            {
                return NotOne(variable, text);
            }

            isChecked = true;
            var expected = variable == "ISSN" ? Modulo11Digit(digits, 7) : digits.Length == 10 ? Modulo11Digit(digits, 9) : Ean13Digit(digits);
            if (expected != char.ToUpperInvariant(digits[^1]))
            {
                return WrongDigit(variable, number, expected) with { Value = text };
            }
        }

        return isChecked ? new(text) : NotOne(variable, text);
    }

    private static IEnumerable<string> Numbers(string text)
    {
        // One ISBN may be set with spaces.
        if (Digits(text).Length is 8 or 10 or 13)
        {
            return [text];
        }

        return text.Split([' ', ',', ';', '/', '\u00A0', '；', '，'], StringSplitOptions.RemoveEmptyEntries).Where(word => !IsRemark(word));
    }

    private static bool IsRemark(string word) => word.StartsWith('(') || word.EndsWith(')') || !word.Any(char.IsAsciiDigit);

    private static string Digits(string number)
    {
        var start = number.StartsWith("ISBN", StringComparison.OrdinalIgnoreCase) || number.StartsWith("ISSN", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        return string.Concat(number.AsSpan(start).TrimStart(": ").ToString().Where(c => c is not ('-' or ' ' or '‐' or '‑' or '–' or '\u00A0')));
    }

    private static bool IsNumber(string digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            var isLast = i == digits.Length - 1 && digits.Length != 13;
            if (!char.IsAsciiDigit(digits[i]) && !(isLast && digits[i] is 'X' or 'x'))
            {
                return false;
            }
        }

        return digits.Length > 0;
    }

    /// <summary>ISSN and ISBN-10: the first digit weighs one more than there are digits before the last.</summary>
    private static char Modulo11Digit(string digits, int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += (digits[i] - '0') * (count + 1 - i);
        }

        return Digit((11 - (sum % 11)) % 11);
    }

    private static char Ean13Digit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
        {
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return Digit((10 - (sum % 10)) % 10);
    }

    /// <summary>ISO 7064, MOD 11-2.</summary>
    private static char OrcidDigit(string digits)
    {
        var total = 0;
        for (var i = 0; i < 15; i++)
        {
            total = (total + (digits[i] - '0')) * 2;
        }

        return Digit((12 - (total % 11)) % 11);
    }

    private static char Digit(int value) => value == 10 ? 'X' : (char)('0' + value);

    private static IdentifierCheck NotOne(string variable, string text) => new(
        null, $"'{Quote(text)}' is not {(variable is "ISBN" or "ISSN" ? "an" : "a")} {variable}; it is left out.", $"For example: {variable}: {Example(variable)}");

    private static IdentifierCheck WrongDigit(string kind, string number, char expected) => new(
        number, $"'{Quote(number)}' is no {kind} that exists: its check digit is wrong.",
        string.Create(CultureInfo.InvariantCulture, $"With these digits before it the last would be {expected}; compare all of them with the work."));

    private static string Example(string variable) => variable switch
    {
        "DOI" => "10.1136/annrheumdis-2020-eular.3287",
        "PMID" => "32345678",
        "PMCID" => "PMC1234567",
        "ISBN" => "978-0-306-40615-7",
        "ISSN" => "0140-6736",
        _ => "https://example.org/article",
    };

    private static string Quote(string text) => Formats.FormatProblems.Quote(text);
}
