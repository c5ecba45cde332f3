using System.Text;

namespace StaticSite.Parse.Text;

/// <summary>
/// A summary from a page's first paragraphs: at most about 110 Han characters or 220 Latin ones, to a sentence's end if one lies in the
/// last half, else at a word with an ellipsis.
/// </summary>
internal static class SummaryCut
{
    /// <summary>A Han character is worth two of Latin.</summary>
    private const int MaximumWidth = 220;

    /// <summary>Stands where words are missing: a sentence without them says nothing, or something else.</summary>
    public const char Gap = '\uFFFC';

    public static string Cut(ReadOnlySpan<char> paragraphs)
    {
        var text = WithoutGaps(Fold(paragraphs));
        var limit = FindLimit(text);
        if (limit == text.Length)
        {
            return text;
        }

        var sentence = LastSentenceEnd(text.AsSpan(0, limit), limit / 2);
        return sentence > 0 ? text[..sentence].TrimEnd() : text[..WordStart(text, limit)].TrimEnd().TrimEnd('，', '、', '；', '：', ',', ';', ':', '（', '(') + "…";
    }

    private static string WithoutGaps(string text)
    {
        if (!text.Contains(Gap, StringComparison.Ordinal))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = NextSentence(text, start);
            if (text.AsSpan(start, end - start).IndexOf(Gap) < 0)
            {
                whole.Append(text, start, end - start);
            }

            start = end;
        }

        return whole.Length > 0 ? whole.ToString().TrimEnd() : text.Replace(Gap.ToString(), "", StringComparison.Ordinal);
    }

    /// <summary>Where the sentence after the one at <paramref name="start"/> begins.</summary>
    private static int NextSentence(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (IsSentenceEnd(text, i))
            {
                var end = BehindClosing(text, i + 1);
                return end < text.Length && text[end] == ' ' ? end + 1 : end;
            }
        }

        return text.Length;
    }

    private static string Fold(ReadOnlySpan<char> paragraphs)
    {
        var text = new char[paragraphs.Length];
        var length = 0;
        foreach (var c in paragraphs)
        {
            var last = length == 0 ? ' ' : text[length - 1];
            if (Cjk.IsHan(c) || !char.IsWhiteSpace(c))
            {
                text[length++] = c;
            }
            else if (last != ' ' && !(c == '\n' && Cjk.IsWide(last)))
            {
                // But paragraphs of Chinese follow each other without a space.
                text[length++] = ' ';
            }
        }

        return new string(text, 0, length).TrimEnd();
    }

    private static int FindLimit(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            width += char.IsLowSurrogate(text[i]) ? 0 : Cjk.IsWide(text[i]) ? 2 : 1;
            if (width > MaximumWidth)
            {
                return char.IsLowSurrogate(text[i]) ? i - 1 : i;
            }
        }

        return text.Length;
    }

    /// <returns>The offset behind the last sentence, 0 where none ends at or behind <paramref name="minimum"/>.</returns>
    private static int LastSentenceEnd(ReadOnlySpan<char> text, int minimum)
    {
        for (var i = text.Length - 1; i >= minimum && i > 0; i--)
        {
            if (IsSentenceEnd(text, i))
            {
                return BehindClosing(text, i + 1);
            }
        }

        return 0;
    }

    private static bool IsSentenceEnd(ReadOnlySpan<char> text, int at) =>
        text[at] is '。' or '！' or '？'
        || (text[at] is '.' or '!' or '?' && at + 1 < text.Length && text[at + 1] == ' ' && !IsAbbreviation(text[..at]));

    private static int BehindClosing(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && text[end] is '”' or '’' or '」' or '』' or '）' or ')' or '"')
        {
            end++;
        }

        return end;
    }

    /// <summary>"et al.", "Fig.", "J." end no sentence.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word.Length == 0 || (word.Length == 1 && word[0] != Gap) || word is "al" or "Fig" or "Figs" or "vs" or "Dr" or "Prof" or "No" or "e.g" or "i.e" or "approx" or "cf" or "etc";
    }

    /// <summary>The offset at or before <paramref name="limit"/> that divides no Latin word, no number from its unit, and no pair of surrogates.</summary>
    private static int WordStart(string text, int limit)
    {
        var at = limit;
        while (at > 1 && !IsBoundary(text, at))
        {
            at--;
        }

        return at > limit / 2 ? at : char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    private static bool IsBoundary(string text, int at)
    {
        var before = text[at - 1];
        var after = text[at];
        if (before == ' ')
        {
            return !(at > 1 && char.IsAsciiDigit(text[at - 2]));
        }

        if (after == ' ')
        {
            return !char.IsAsciiDigit(before);
        }

        var isNumberBefore = char.IsAsciiDigit(before) || before is '.' or '%' or '%';
        return !char.IsLowSurrogate(after) && !isNumberBefore && (Cjk.IsWide(before) || Cjk.IsWide(after)) && !Cjk.IsWidePunctuation(after);
    }
}
