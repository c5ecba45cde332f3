using System.Buffers;

namespace StaticSite.Parse.Text;

/// <summary>Super- and subscripts in plain text: without them 10⁶ would become 106, another number.</summary>
internal static class RaisedText
{
    private const string Plain = "0123456789+-−=()n";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ";

    private static readonly SearchValues<char> s_plain = SearchValues.Create(Plain);

    /// <summary>In Unicode's own characters where it has all of them, else with the mark that a typewriter would use.</summary>
    public static string Of(string text, bool isSuperscript)
    {
        if (text.AsSpan().ContainsAnyExcept(s_plain))
        {
            return (isSuperscript ? "^" : "_") + text;
        }

        var characters = isSuperscript ? Superscripts : Subscripts;
        return string.Concat(text.Select(character => characters[Plain.IndexOf(character, StringComparison.Ordinal)]));
    }
}
