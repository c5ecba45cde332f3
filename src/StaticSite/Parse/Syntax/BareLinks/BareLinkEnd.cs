using StaticSite.Parse.Text;

namespace StaticSite.Parse.Syntax.BareLinks;

/// <summary>Where an address in running text ends.</summary>
internal static class BareLinkEnd
{
    /// <summary>Before Chinese text and punctuation, white space and quotes; punctuation of the sentence and unpaired brackets are given back.</summary>
    /// <param name="from">What is before is the address's for certain.</param>
    public static int Find(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        if (text.Length > from + 1 && text[from] == ':' && text[from + 1] == ' ')
        {
            end += 2;
        }

        var depth = 0;
        for (; end < text.Length && !IsEnd(text[end]); end++)
        {
            if (text[end] == '(')
            {
                depth++;
            }
            else if (text[end] == ')' && --depth < 0)
            {
                break;
            }
        }

        return Trim(text, from, end, depth);
    }

    /// <param name="unclosed">How many brackets were opened and not closed before <paramref name="end"/>.</param>
    private static int Trim(ReadOnlySpan<char> text, int from, int end, int unclosed)
    {
        while (end > from && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '~' || (text[end - 1] == '(' && unclosed > 0)))
        {
            unclosed -= text[end - 1] == '(' ? 1 : 0;
            end--;
        }

        return end;
    }

    private static bool IsEnd(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '`' or '|' or '[' or ']' or '{' or '}' or '\\' or '^' || Cjk.EndsLatin(c);
}
