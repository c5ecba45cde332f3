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

    public static string Cut(string paragraphs)
    {
        var text = Fold(paragraphs);
        var limit = FindLimit(text);
        if (limit == text.Length)
        {
            return text;
        }

        var sentence = LastSentenceEnd(text.AsSpan(0, limit), limit / 2);
        return sentence > 0 ? text[..sentence].TrimEnd() : text[..WordStart(text, limit)].TrimEnd().TrimEnd('，', '、', '；', '：', ',', ';', ':', '（', '(') + "…";
    }

    private static string Fold(string paragraphs)
    {
        var text = new StringBuilder(paragraphs.Length);
        foreach (var c in paragraphs.AsSpan().Trim())
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (c == '\n' && text.Length > 0 && Cjk.IsWide(text[^1]))
            {
                // Paragraphs of Chinese follow each other without a space.
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
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
            if (text[i] is '。' or '！' or '？' || (text[i] is '.' or '!' or '?' && i + 1 < text.Length && text[i + 1] == ' ' && !IsAbbreviation(text[..i])))
            {
                var end = i + 1;
                while (end < text.Length && text[end] is '”' or '’' or '」' or '』' or '）' or ')' or '"')
                {
                    end++;
                }

                return end;
            }
        }

        return 0;
    }

    /// <summary>"et al.", "Fig.", "J." end no sentence.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word.Length <= 1 || word is "al" or "Fig" or "Figs" or "vs" or "Dr" or "Prof" or "No" or "e.g" or "i.e" or "approx" or "cf" or "etc";
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
