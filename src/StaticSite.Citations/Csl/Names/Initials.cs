namespace StaticSite.Citations.Csl.Names;

/// <summary>Given names as initials, and initials as the style writes them.</summary>
internal static class Initials
{
    private const int MostOnStack = 64;

    /// <param name="with">What follows each initial.</param>
    /// <param name="initialize">False: full names stay, only initials that stand there already are rewritten.</param>
    public static string Of(string given, string with, bool initialize, bool keepHyphens)
    {
        // Each character makes at most one initial with what surrounds it.
        var most = given.Length * (with.Length + 3);
        var text = new InitialsText(with, most <= MostOnStack ? stackalloc char[MostOnStack] : new char[most]);
        var words = new GivenWords(given, keepHyphens);
        var afterFull = false;
        while (words.MoveNext())
        {
            var word = words.Current;
            var hyphen = words.FollowsHyphen;
            var isInitial = IsInitial(word);
            if (char.IsLower(First(word)) || (!initialize && !isInitial))
            {
                if (!(initialize && hyphen))
                {
                    text.AppendWord(word, hyphen);
                    afterFull = true;
                }

                continue;
            }

            if (hyphen)
            {
                text.TrimEnd();
                text.Append('-');
            }
            else if (afterFull)
            {
                text.Append(' ');
            }

            text.AppendInitial(word, isInitial);
            afterFull = false;
        }

        text.TrimEnd();
        return text.ToString();
    }

    /// <summary>Tags in names are kept as characters of the private use area, which no name has.</summary>
    public static bool IsMarker(char c) => c is >= '\uE000' and <= '\uE0FF';

    private static char First(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!IsMarker(c))
            {
                return c;
            }
        }

        return word[0];
    }

    /// <summary><c>J.</c> or <c>J</c>, also <c>Ph.</c> where a full stop says that it is short already.</summary>
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        // As most are written.
        if (word is [>= 'A' and <= 'Z'] or [>= 'A' and <= 'Z', '.'])
        {
            return true;
        }

        var letters = 0;
        var upper = false;
        foreach (var c in word)
        {
            if (!IsMarker(c) && c != '.')
            {
                letters++;
                upper |= char.IsUpper(c);
            }
        }

        return upper && (letters == 1 || (word[^1] == '.' && letters <= 3));
    }
}
