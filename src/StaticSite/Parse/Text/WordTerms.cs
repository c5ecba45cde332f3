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

    public ulong TermOf(ReadOnlySpan<char> word)
    {
        var hash = TermHash.Of(word, 'w');
        ref var known = ref _known[(int)hash & (Places - 1)];
        if (known.Word != hash)
        {
            known = (hash, Stem(word));
        }

        return known.Term;
    }

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
