using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
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
    /// <summary>Of the folded text; for any two texts that differ it is another one.</summary>
    public static UInt128 Hash(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(Fold(text).AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        var isSpaceBefore = false;
        for (var at = 0; at < text.Length;)
        {
            var length = HalfWidthRun(text[at..]);
            if (length > 0)
            {
                folded.Append(text.Slice(at, length).ToString().Normalize(NormalizationForm.FormKC));
                (at, isSpaceBefore) = (at + length, false);
                continue;
            }

            var c = CharacterWidth.Fold(text[at++]);
            if (IsSpace(c))
            {
                isSpaceBefore = true;
                continue;
            }

            if (isSpaceBefore && folded.Length > 0 && AreDivided(folded[^1], c))
            {
                folded.Append(' ');
            }

            folded.Append(c);
            isSpaceBefore = false;
        }

        return folded.ToString();
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
