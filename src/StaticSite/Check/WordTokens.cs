using System.Globalization;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Check;

/// <summary>A piece of a text that is compared as a whole.</summary>
/// <param name="Key">Equal for pieces that differ in white space or in the width of characters only.</param>
internal readonly record struct WordToken(string Key, int Start, int Length);

/// <summary>Divides a text into what a reader takes as one: a Han character, a word, a mark, white space.</summary>
internal static class WordTokens
{
    private enum Kind
    {
        Single,
        Word,
        Space,
    }

    public static List<WordToken> Of(string text)
    {
        var tokens = new List<WordToken>(text.Length / 2);
        for (var at = 0; at < text.Length;)
        {
            var (kind, length) = First(text, at);
            while (kind != Kind.Single && at + length < text.Length && First(text, at + length) is var next && (next.Kind == kind || Joins(text, at + length)))
            {
                length += next.Length;
            }

            tokens.Add(new(kind == Kind.Space ? " " : Key(text.AsSpan(at, length)), at, length));
            at += length;
        }

        return tokens;
    }

    /// <summary>The point of 0.05, the comma of 1,000, the apostrophe of a word.</summary>
    private static bool Joins(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length)
        {
            return false;
        }

        return CharacterWidth.Fold(text[at]) switch
        {
            '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            '\'' or '’' => char.IsLetter(text[at - 1]) && text[at - 1] < 0x2E80 && char.IsLetter(text[at + 1]) && text[at + 1] < 0x2E80,
            _ => false,
        };
    }

    private static (Kind Kind, int Length) First(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            return (Kind.Single, 1);
        }

        var length = rune.Utf16SequenceLength;
        if (Rune.IsWhiteSpace(rune))
        {
            return (Kind.Space, length);
        }

        return (IsOfWord(rune) ? Kind.Word : Kind.Single, length);
    }

    /// <summary>Letters of scripts that divide words by spaces, and digits.</summary>
    private static bool IsOfWord(Rune rune) =>
        rune.Value is < 0x2E80 or (>= 0xAC00 and <= 0xD7A3) or (>= 0xFF10 and <= 0xFF5A)
        && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static string Key(ReadOnlySpan<char> text)
    {
        Span<char> key = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            key[i] = CharacterWidth.Fold(text[i]);
        }

        return key.ToString();
    }
}
