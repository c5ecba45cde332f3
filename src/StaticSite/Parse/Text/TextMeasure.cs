using StaticSite.Model;

namespace StaticSite.Parse.Text;

/// <summary>How long a text is to read.</summary>
internal static class TextMeasure
{
    public static TextLength Measure(ReadOnlySpan<char> text)
    {
        var han = 0;
        var words = 0;
        var isInWord = false;
        foreach (var c in text)
        {
            if (Cjk.IsHan(c) || Cjk.IsKana(c))
            {
                han++;
                isInWord = false;
            }
            else if (char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c))
            {
                words += isInWord ? 0 : 1;
                isInWord = true;
            }
            else if (!(isInWord && c is '\'' or '’' or '-' or '.' or '%' or '/' or '_'))
            {
                isInWord = false;
            }
        }

        return new TextLength(han, words);
    }
}
