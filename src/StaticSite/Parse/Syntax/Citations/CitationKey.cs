using System.Buffers;
using StaticSite.Parse.Text;

namespace StaticSite.Parse.Syntax.Citations;

/// <summary>
/// Pandoc's keys: a letter, digit or <c>_</c>, then those and single marks within; anything in <c>@{…}</c>.
/// Chinese is written without spaces, so that a key without braces ends before a Han character.
/// </summary>
internal static class CitationKey
{
    private const int MaximumLength = 200;
    private static readonly SearchValues<char> Inner = SearchValues.Create(":.#$%&-+?<>~/");

    /// <param name="text">Starts behind the <c>@</c>.</param>
    /// <param name="length">The length with braces.</param>
    public static string? Find(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        text = text[..Math.Min(text.Length, MaximumLength)];
        if (!text.IsEmpty && text[0] == '{')
        {
            var close = text.IndexOf('}');
            var braced = close < 2 ? default : text[1..close];
            length = close + 1;
            return braced.IsEmpty || braced.ContainsAny("{ \t\n") ? null : braced.ToString();
        }

        while (length < text.Length && (IsKey(text[length]) || (length > 0 && length + 1 < text.Length && Inner.Contains(text[length]) && IsKey(text[length + 1]))))
        {
            length++;
        }

        return length == 0 ? null : text[..length].ToString();
    }

    /// <summary>False where an <c>@</c> after this character belongs to an e-mail address or a word.</summary>
    public static bool MayFollow(char before) => !char.IsLetterOrDigit(before) || Cjk.EndsLatin(before);

    private static bool IsKey(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) || c == '_' : char.IsLetterOrDigit(c) && !Cjk.IsWide(c) && !char.IsSurrogate(c);
}
