using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Parse.Text;

/// <summary>
/// Makes texts equal that differ in white space or in the width of characters, and no others. White space goes where it
/// divides nothing; between two letters or two digits it stays as one space, because "a symptomatic" and
/// "asymptomatic", "5 10" and "510" are different words.
/// </summary>
internal static class TextFold
{
    /// <summary>Of the folded text; two texts that differ have, for all that can happen by chance, two hashes.</summary>
    public static UInt128 Hash(ReadOnlySpan<char> text)
    {
        // Hardly a text has characters that fold to more or fewer than one.
        if (text.ContainsAnyInRange('\uFF5F', '\uFFEE'))
        {
            return Hash128(Fold(text));
        }

        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        var hash = Hash128(folded.AsSpan(0, FoldOneByOne(text, folded)));
        ArrayPool<char>.Shared.Return(folded);
        return hash;
    }

    public static string Fold(ReadOnlySpan<char> text)
    {
        var single = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = HalfWidthRun(text[at..]);
            single.Append(length > 0 ? text.Slice(at, length).ToString().Normalize(NormalizationForm.FormKC) : text[at].ToString());
            at += Math.Max(1, length);
        }

        var folded = new char[single.Length];
        return new string(folded, 0, FoldOneByOne(single.ToString(), folded));
    }

    private static UInt128 Hash128(ReadOnlySpan<char> text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text));

    /// <param name="folded">At least as long as the text, of which every character becomes one or none.</param>
    /// <returns>How many it became.</returns>
    private static int FoldOneByOne(ReadOnlySpan<char> text, Span<char> folded)
    {
        var count = 0;
        var isSpaceBefore = false;
        foreach (var character in text)
        {
            var c = CharacterWidth.Fold(character);
            if (IsSpace(c))
            {
                isSpaceBefore = true;
                continue;
            }

            if (isSpaceBefore && count > 0 && AreDivided(folded[count - 1], c))
            {
                folded[count++] = ' ';
            }

            folded[count++] = c;
            isSpaceBefore = false;
        }

        return count;
    }

    /// <summary>Half-width kana, hangul and marks, and full-width currency signs: a voiced kana is two of them.</summary>
    private static int HalfWidthRun(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is (>= '\uFF5F' and <= '\uFFE6' and not '\uFFE3') or (>= '\uFFE8' and <= '\uFFEE'))
        {
            length++;
        }

        return length;
    }

    /// <summary>A zero-width space and a byte order mark are seen by nobody.</summary>
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    private static bool AreDivided(char before, char after) =>
        (IsSpacedLetter(before) && IsSpacedLetter(after)) || (char.IsDigit(before) && char.IsDigit(after));

    /// <summary>A letter of a script that divides words by spaces: all but Han and kana.</summary>
    private static bool IsSpacedLetter(char c) =>
        (char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) && !Cjk.IsWide(c);
}
