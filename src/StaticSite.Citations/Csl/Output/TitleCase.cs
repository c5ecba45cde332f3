using System.Collections.Frozen;

namespace StaticSite.Citations.Csl.Output;

/// <summary>English title case: every word with a capital but the small ones, and no change of words that have capitals of their own.</summary>
internal static class TitleCase
{
    private static readonly FrozenSet<string> StopWords = ("a an and as at but by down for from in into nor of on onto or over so the till to up via with yet "
        + "about above across afore after against al along alongside amid amidst among amongst anenst apropos apud around aside astride athwart atop "
        + "barring before behind below beneath beside besides between beyond circa despite during et except forenenst given inside lest like modulo "
        + "near next notwithstanding off out per plus pro qua sans since than through thru throughout thruout toward towards under underneath until "
        + "unto upon versus vs v within without de von van den der la le du des c ca").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsStopWord = StopWords.GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Apply(Span<char> text, ReadOnlySpan<bool> isFixed)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var (start, end) = words[i];
            if (isFixed[start])
            {
                continue;
            }

            var word = text[start..end];
            var isEdge = i == 0 || i == words.Count - 1 || FollowsStop(text, start);
            var beforeHyphen = end < text.Length && text[end] is '-' or '.' && !(start > 0 && text[start - 1] is '-');
            if (start > 0 && text[start - 1] is '-' && word.Length == 1)
            {
                continue;
            }

            Change(word, isEdge || beforeHyphen, start > 0 && text[start - 1] is '-');
        }
    }

    private static void Change(Span<char> word, bool isEdge, bool afterHyphen)
    {
        if (!isEdge && IsSmall(word))
        {
            if (!afterHyphen || word.Length < 4)
            {
                Lower(word);
            }

            return;
        }

        if (!HasCapital(word) && char.IsLetter(word[0]))
        {
            word[0] = char.ToUpperInvariant(word[0]);
        }
    }

    private static void Lower(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = char.ToLowerInvariant(word[i]);
        }
    }

    private static bool IsSmall(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        if (word.Length > lower.Length || word.IsEmpty)
        {
            return false;
        }

        word.ToLowerInvariant(lower);
        return (char.IsLower(word[0]) || !HasCapital(word[1..])) && IsStopWord.Contains(lower[..word.Length]);
    }

    private static bool HasCapital(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>After the end of a sentence or of the main title even a small word begins with a capital.</summary>
    private static bool FollowsStop(ReadOnlySpan<char> text, int start)
    {
        var i = start - 1;
        while (i >= 0 && (char.IsWhiteSpace(text[i]) || text[i] is '"' or '\'' or '\u201C' or '\u2018' or '\u2019' or '(' or '['))
        {
            i--;
        }

        return i >= 0 && i < start - 1 && text[i] is ':' or '.' or '?' or '!' or '\u2014' or '\u2013';
    }

    private static List<(int Start, int End)> Words(ReadOnlySpan<char> text)
    {
        var words = new List<(int, int)>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordChar(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsWordChar(text[i]) || (IsApostrophe(text[i]) && i + 1 < text.Length && IsWordChar(text[i + 1]))))
            {
                i++;
            }

            words.Add((start, i));
        }

        return words;
    }

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '`';
}
