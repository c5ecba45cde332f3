using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Parse.Text;

/// <summary>The terms that related reading compares: pairs of Han characters, stemmed English words, tags and the category.</summary>
internal static class TermExtractor
{
    private const int MaximumTerms = 200;

    /// <summary>A word of the title counts as often as this many in the text.</summary>
    private const int TitleWeight = 6;
    private const int TagWeight = 12;
    private const int CategoryWeight = 5;
    private const int LongestWord = 40;

    /// <summary>Used again for the next page of the same thread.</summary>
    [ThreadStatic]
    private static Dictionary<ulong, int>? t_counts;

    [ThreadStatic]
    private static Dictionary<ulong, (int Count, int Start, int Length)>? t_words;

    public static ImmutableArray<TermWeight> Extract(string text, TermSources sources)
    {
        var counts = t_counts ??= new(4096);
        counts.Clear();
        Count(counts, text, 1);
        Count(counts, sources.Title, TitleWeight);
        foreach (var tag in sources.Tags)
        {
            Add(counts, Hash(tag, 't'), TagWeight);
        }

        if (sources.Category is { } category)
        {
            Add(counts, Hash(category, 'c'), CategoryWeight);
        }

        return Heaviest(counts);
    }

    private static ImmutableArray<TermWeight> Heaviest(Dictionary<ulong, int> counts)
    {
        var terms = ArrayPool<(int Count, ulong Term)>.Shared.Rent(counts.Count);
        var i = 0;
        foreach (var (term, count) in counts)
        {
            terms[i++] = (count, term);
        }

        terms.AsSpan(0, i).Sort(static (left, right) => left.Count != right.Count ? right.Count.CompareTo(left.Count) : left.Term.CompareTo(right.Term));
        var heaviest = ImmutableArray.CreateBuilder<TermWeight>(Math.Min(i, MaximumTerms));
        foreach (var (count, term) in terms.AsSpan(0, Math.Min(i, MaximumTerms)))
        {
            heaviest.Add(new TermWeight(term, 1 + MathF.Log(count)));
        }

        ArrayPool<(int Count, ulong Term)>.Shared.Return(terms);
        return heaviest.MoveToImmutable();
    }

    private static void Count(Dictionary<ulong, int> counts, ReadOnlySpan<char> text, int weight)
    {
        var words = t_words ??= new(2048);
        words.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            if (Cjk.IsHan(text[i]))
            {
                CountPair(counts, text, i, weight);
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                var length = WordLength(text[i..]);
                ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(words, Hash(text.Slice(i, length), 'w'), out _);
                word = (word.Count + 1, i, length);
                i += length - 1;
            }
        }

        foreach (var word in words.Values)
        {
            CountWord(counts, text.Slice(word.Start, word.Length), word.Count * weight);
        }
    }

    private static void CountPair(Dictionary<ulong, int> counts, ReadOnlySpan<char> text, int at, int weight)
    {
        if (at + 1 < text.Length && Cjk.IsHan(text[at + 1]) && !StopWords.HanGrammar.Contains(text[at]) && !StopWords.HanGrammar.Contains(text[at + 1]))
        {
            Add(counts, Hash(text.Slice(at, 2), 'h'), weight);
        }
    }

    /// <summary>Each distinct word is stemmed once. Numbers are no subject.</summary>
    private static void CountWord(Dictionary<ulong, int> counts, ReadOnlySpan<char> word, int weight)
    {
        if (word.Length is < 2 or > LongestWord || !word.ContainsAnyExceptInRange('0', '9'))
        {
            return;
        }

        Span<char> stem = stackalloc char[LongestWord + 4];
        var length = word.ToLowerInvariant(stem);
        if (length > 0 && !StopWords.Contains(stem[..length]))
        {
            length = PorterStemmer.Stem(stem, length);
            Add(counts, Hash(stem[..length], 'w'), weight);
        }
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]) && !Cjk.IsHan(text[length]))
        {
            length++;
        }

        return length;
    }

    private static void Add(Dictionary<ulong, int> counts, ulong term, int weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _) += weight;

    /// <summary>FNV-1a; the kind keeps a tag apart from the word of the same letters.</summary>
    private static ulong Hash(ReadOnlySpan<char> text, char kind)
    {
        var hash = (14695981039346656037 ^ kind) * 1099511628211;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
