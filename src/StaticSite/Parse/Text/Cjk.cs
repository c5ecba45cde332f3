namespace StaticSite.Parse.Text;

/// <summary>What a character is to Chinese typesetting. Hangul is left out: Korean separates words by spaces.</summary>
internal static class Cjk
{
    /// <summary>Of a character outside the basic plane either half counts.</summary>
    public static bool IsHan(char c) =>
        c >= '\u3005' && c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u3007'
            or (>= '\uD840' and <= '\uD88D');

    public static bool IsKana(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF');

    /// <summary>Punctuation as wide as a Han character, which carries its own space.</summary>
    public static bool IsWidePunctuation(char c) =>
        c is (>= '\u3000' and <= '\u3004') or (>= '\u3008' and <= '\u3020') or (>= '\uFF01' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF20')
            or (>= '\uFF3B' and <= '\uFF40') or (>= '\uFF5B' and <= '\uFF65');

    /// <summary>Shared with Latin text; wide only beside Chinese: quotation marks, dashes, the ellipsis, the middle dot.</summary>
    public static bool IsSharedPunctuation(char c) => c is '“' or '”' or '‘' or '’' or '—' or '…' or '·';

    public static bool IsWide(char c) => IsHan(c) || IsKana(c) || IsWidePunctuation(c);

    /// <summary>Where a Latin word, an address or a key that Chinese text follows without a space must end.</summary>
    public static bool EndsLatin(char c) => IsWide(c) || c is '“' or '”' or '‘' or '’' or '…' || IsLowHan(c);

    /// <summary>True where a line break between the two is no space.</summary>
    public static bool JoinsLines(char before, char after)
    {
        if (IsWidePunctuation(before) || IsWidePunctuation(after))
        {
            return true;
        }

        var wideBefore = IsWide(before) || IsLowHan(before);
        var wideAfter = IsWide(after);
        return (wideBefore && wideAfter)
            || (wideBefore && IsSharedPunctuation(after))
            || (IsSharedPunctuation(before) && wideAfter);
    }

    /// <summary>A low surrogate says nothing of its own; in the texts of this site it is the end of a rare Han character far more often than an emoji.</summary>
    private static bool IsLowHan(char c) => char.IsLowSurrogate(c);
}
