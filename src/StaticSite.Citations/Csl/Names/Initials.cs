using System.Text;

namespace StaticSite.Citations.Csl.Names;

/// <summary>Given names as initials, and initials as the style writes them.</summary>
internal static class Initials
{
    /// <param name="with">What follows each initial.</param>
    /// <param name="initialize">False: full names stay, only initials that stand there already are rewritten.</param>
    public static string Of(string given, string with, bool initialize, bool keepHyphens)
    {
        var words = Split(keepHyphens ? given : given.Replace('-', ' '));
        var text = new StringBuilder(given.Length);
        var afterFull = false;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, hyphen) = words[i];
            var isInitial = IsInitial(word);
            if (char.IsLower(First(word)) || (!initialize && !isInitial))
            {
                var drop = initialize && hyphen;
                if (!drop)
                {
                    TrimEnd(text);
                    text.Append(text.Length == 0 ? "" : hyphen ? "-" : " ").Append(isInitial || !word.EndsWith('.') || initialize ? word : word);
                    afterFull = true;
                }

                continue;
            }

            if (hyphen)
            {
                TrimEnd(text);
                text.Append('-');
            }
            else if (afterFull)
            {
                text.Append(' ');
            }

            Append(text, isInitial ? word.TrimEnd('.') : Initial(word), with);
            afterFull = false;
        }

        TrimEnd(text);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string initial, string with)
    {
        var tail = initial.Length;
        while (tail > 0 && IsMarker(initial[tail - 1]))
        {
            tail--;
        }

        text.Append(initial, 0, tail).Append(with.AsSpan().TrimEnd()).Append(initial, tail, initial.Length - tail).Append(with.AsSpan(with.AsSpan().TrimEnd().Length));
    }

    /// <summary>Tags in names are kept as characters of the private use area, which no name has.</summary>
    private static bool IsMarker(char c) => c is >= '\uE000' and <= '\uE0FF';

    private static char First(string word)
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
    private static bool IsInitial(string word)
    {
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

    /// <summary>The first letter; two where the name has two capitals before small letters (<c>GIlbert</c> → <c>Gi</c>).</summary>
    private static string Initial(string word)
    {
        var text = new StringBuilder(4);
        var letters = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsMarker(word[i]))
            {
                text.Append(word[i]);
            }
            else if (letters == 0)
            {
                text.Append(word[i]);
                if (char.IsHighSurrogate(word[i]) && i + 1 < word.Length)
                {
                    text.Append(word[++i]);
                }

                letters++;
                if (i + 2 < word.Length && char.IsUpper(word[i + 1]) && IsLowerToEnd(word, i + 2))
                {
                    text.Append(char.ToLowerInvariant(word[i + 1]));
                }
            }
        }

        return text.ToString();
    }

    private static bool IsLowerToEnd(string word, int start)
    {
        for (var i = start; i < word.Length; i++)
        {
            if (!char.IsLower(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<(string Word, bool Hyphen)> Split(string given)
    {
        var words = new List<(string, bool)>();
        var word = new StringBuilder();
        var hyphen = false;
        foreach (var c in given)
        {
            if (c is '-' or '\u2010' || char.IsWhiteSpace(c))
            {
                End();
                hyphen |= c is '-' or '\u2010';
            }
            else
            {
                word.Append(c);
                if (c == '.')
                {
                    End();
                }
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0 && !(word.Length == 1 && word[0] == '.'))
            {
                words.Add((word.ToString(), hyphen && words.Count > 0));
                hyphen = false;
            }

            word.Clear();
        }
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && (char.IsWhiteSpace(text[^1]) || text[^1] == '\u00A0'))
        {
            text.Length--;
        }
    }
}
