using System.Buffers;
using System.Text;

namespace StaticSite.Model;

/// <summary>
/// Characters that no text of an author may hold: controls but for tab and line ends, noncharacters (the marks in
/// parsed bodies are made of these), halves of surrogate pairs, and the bidirectional overrides that make a line read
/// otherwise than it is.
/// </summary>
internal static class ForbiddenCharacters
{
    public const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> s_suspects = SearchValues.Create(Suspects());

    /// <summary>The text with each forbidden character replaced, as long as before; the same object where there is none.</summary>
    /// <param name="text">Any UTF-16 text.</param>
    /// <param name="first">Offset of the first one found.</param>
    /// <param name="count">How many were found.</param>
    public static string Replace(string text, out int first, out int count)
    {
        first = -1;
        count = 0;
        char[]? cleaned = null;
        var at = text.AsSpan().IndexOfAny(s_suspects);
        while (at >= 0)
        {
            var length = LengthOfPair(text, at, out var isForbidden);
            if (isForbidden)
            {
                cleaned ??= text.ToCharArray();
                cleaned.AsSpan(at, length).Fill(Replacement);
                first = count++ == 0 ? at : first;
            }

            var next = text.AsSpan(at + length).IndexOfAny(s_suspects);
            at = next < 0 ? -1 : at + length + next;
        }

        return cleaned is null ? text : new string(cleaned);
    }

    private static int LengthOfPair(string text, int at, out bool isForbidden)
    {
        if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
        {
            isForbidden = true;
            return 1;
        }

        isForbidden = (char.ConvertToUtf32(text[at], text[at + 1]) & 0xFFFE) == 0xFFFE;
        return 2;
    }

    private static string Suspects()
    {
        var all = new StringBuilder();
        ReadOnlySpan<(int First, int Last)> ranges =
        [
            (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0x202A, 0x202E), (0x2066, 0x2069), (0xD800, 0xDFFF), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF),
        ];
        foreach (var (first, last) in ranges)
        {
            for (var c = first; c <= last; c++)
            {
                all.Append((char)c);
            }
        }

        return all.ToString();
    }
}
