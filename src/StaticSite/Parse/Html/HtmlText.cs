using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Parse.Html;

/// <summary>Writes text into HTML. A slot's mark that an entity smuggled in becomes U+FFFD here, so that no author can write a slot.</summary>
internal static partial class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create($"&<>\"{SlotMark.Open}{SlotMark.Close}{SlotMark.SvgIdPrefix}");
    private static readonly SearchValues<char> Marks = SearchValues.Create($"{SlotMark.Open}{SlotMark.Close}{SlotMark.SvgIdPrefix}");

    public static void Escape(StringBuilder output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny(Special);
            if (at < 0)
            {
                output.Append(text);
                return;
            }

            output.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "\uFFFD" });
            text = text[(at + 1)..];
        }
    }

    public static string Escape(string text)
    {
        var output = new StringBuilder(text.Length + 8);
        Escape(output, text);
        return output.ToString();
    }

    /// <summary>The text with slot marks replaced, for values that leave the body (alt texts, titles, keys).</summary>
    public static string WithoutMarks(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
        {
            return text;
        }

        return text.Replace(SlotMark.Open, '\uFFFD').Replace(SlotMark.Close, '\uFFFD').Replace(SlotMark.SvgIdPrefix, '\uFFFD');
    }

    /// <summary>Decodes the character references of a raw attribute value as a browser does, also those without a semicolon.</summary>
    public static string Decode(string value) =>
        value.Contains('&', StringComparison.Ordinal)
            ? WebUtility.HtmlDecode(NumericReference().Replace(value, static match => match.Value.EndsWith(';') ? match.Value : match.Value + ";"))
            : value;

    /// <summary>Raw text, whose references stay as they are: a browser would decode those of a slot's mark.</summary>
    public static string WithoutMarkReferences(string raw) =>
        raw.Contains("&#", StringComparison.Ordinal) ? NumericReference().Replace(raw, match => IsMark(match) ? "&#xFFFD;" : match.Value) : raw;

    private static bool IsMark(Match match)
    {
        var code = match.Groups["hex"].Success
            ? int.Parse(match.Groups["hex"].ValueSpan, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture)
            : int.Parse(match.Groups["dec"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return code is SlotMark.Open or SlotMark.Close or SlotMark.SvgIdPrefix;
    }

    [GeneratedRegex("&#(?:[xX]0*(?<hex>[0-9a-fA-F]{1,6})|0*(?<dec>[0-9]{1,7}))(?![0-9a-fA-F]);?", RegexOptions.CultureInvariant)]
    private static partial Regex NumericReference();
}
