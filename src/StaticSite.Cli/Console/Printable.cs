using System.Text;

namespace StaticSite.Cli.Console;

/// <summary>Text of strangers on a terminal: nothing in it may move the cursor, change colours or turn the direction of writing.</summary>
internal static class Printable
{
    public static string Line(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(rune.Value is '\n' or '\t' ? new Rune(' ') : Safe(rune));
        }

        return line.ToString();
    }

    /// <summary>Line ends stay.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Line));

    public static Rune Safe(Rune rune) => Rune.IsControl(rune) || TurnsDirection(rune.Value) ? Rune.ReplacementChar : rune;

    private static bool TurnsDirection(int value) =>
        value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;
}
