namespace StaticSite.Parse.Text;

/// <summary>
/// The term of a word: its stem. Stemming is slow and a site uses few words again and again, so that each thread remembers the terms of the
/// words that it met, whatever word was met last at each of its places.
/// </summary>
internal sealed class WordTerms
{
    /// <summary>What words have that say nothing: those of grammar, numbers, single letters, letters that are no word.</summary>
    public const ulong None = 0;

    private const int LongestWord = 40;
    private const int Places = 8192;

    private readonly (ulong Word, ulong Term)[] _known = new (ulong, ulong)[Places];

    /// <summary>The term of the word that a text starts with.</summary>
    public ulong TermOfFirst(ReadOnlySpan<char> text, out int length)
    {
        var hash = TermHash.Start('w');
        for (length = 0; length < text.Length && IsOfWord(text[length]); length++)
        {
            hash = TermHash.Continue(hash, text[length]);
        }

        ref var known = ref _known[(int)hash & (Places - 1)];
        if (known.Word != hash)
        {
            known = (hash, Stem(text[..length]));
        }

        return known.Term;
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || (c > '\u007F' && char.IsLetterOrDigit(c) && !Cjk.IsHan(c));

    private static ulong Stem(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > LongestWord || !word.ContainsAnyExceptInRange('0', '9'))
        {
            return None;
        }

        Span<char> stem = stackalloc char[LongestWord + 4];
        var length = word.ToLowerInvariant(stem);
        return length <= 0 || StopWords.Contains(stem[..length]) ? None : TermHash.Of(stem[..PorterStemmer.Stem(stem, length)], 'w');
    }
}
