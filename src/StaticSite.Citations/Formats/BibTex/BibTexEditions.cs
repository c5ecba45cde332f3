using System.Text.RegularExpressions;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>CSL wants editions as numbers, which each language then says in its own way.</summary>
internal static partial class BibTexEditions
{
    private static readonly string[] s_ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
        "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    /// <summary><c>Second</c>, <c>2nd</c>, <c>2nd ed.</c>, <c>第2版</c> are <c>2</c>; other words stay.</summary>
    public static string Read(string written)
    {
        if (Number().Match(written) is { Success: true } match)
        {
            return match.Groups["number"].Value;
        }

        var word = Word().Match(written).Groups["word"].Value;
        var ordinal = Array.FindIndex(s_ordinals, one => one.Equals(word, StringComparison.OrdinalIgnoreCase));
        return ordinal < 0 ? written : (ordinal + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A第?\s*(?<number>[0-9]{1,3})\s*(?:st|nd|rd|th|\.|版)?(?:\s+ed(?:ition|n)?\.?)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A(?<word>[A-Za-z]+)(?:\s+ed(?:ition|n)?\.?)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
