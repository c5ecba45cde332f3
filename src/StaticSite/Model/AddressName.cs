using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace StaticSite.Model;

/// <summary>What may be one part of an address: a bundle's id, a slug, the id of a category, tag or person.</summary>
internal static class AddressName
{
    // Below the 255 bytes that file systems allow, with room for the endings of files being written.
    private const int LongestInBytes = 200;

    private static readonly SearchValues<char> s_refused = SearchValues.Create("/\\?#%<>:\"|*\uFFFD");

    private static readonly FrozenSet<string> s_reserved = new[]
    {
        "articles", "tags", "categories", "people", "page", "search", "assets", "index.html", "404.html", "feed.xml", "atom.xml",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Taken by the site's own addresses, in any letter case.</summary>
    public static bool IsReserved(string name) => s_reserved.Contains(name);

    /// <summary>Why this cannot be a part of an address, as the end of a sentence that starts with the name; null where it can.</summary>
    public static string? FindProblem(string name)
    {
        if (name.Length == 0)
        {
            return "is empty";
        }

        if (name[0] == '.' || name[^1] == '.')
        {
            return "starts or ends with a dot";
        }

        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                return "contains a space";
            }

            if (Rune.IsControl(rune) || (rune.IsBmp && s_refused.Contains((char)rune.Value)))
            {
                return Rune.IsControl(rune) ? "contains a control character" : $"contains '{rune}'";
            }
        }

        return Encoding.UTF8.GetByteCount(name) > LongestInBytes ? $"is longer than {LongestInBytes} bytes" : null;
    }

    /// <summary>The stricter rule for the names of bundles: letters of any script, digits, <c>-</c>, <c>_</c> and inner dots.</summary>
    public static string? FindBundleProblem(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !IsMark(rune) && rune.Value is not ('-' or '_' or '.'))
            {
                return Rune.IsWhiteSpace(rune) ? "contains a space" : $"contains '{rune}'";
            }
        }

        return FindProblem(name);
    }

    /// <summary>Vowel signs and accents, without which some scripts cannot be written.</summary>
    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>A path below a folder that stays below it: no <c>..</c>, no empty part, no drive, no <c>\</c>.</summary>
    public static bool IsPathBelow(string path) =>
        path.Split('/').All(part => part is not ("" or "." or "..") && part.AsSpan().IndexOfAny("\\:\uFFFD") < 0);
}
