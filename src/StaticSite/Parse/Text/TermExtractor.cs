using System.Collections.Immutable;
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

    [ThreadStatic]
    private static TermTable? t_counts;

    [ThreadStatic]
    private static WordTerms? t_words;

    public static ImmutableArray<TermWeight> Extract(ReadOnlySpan<char> text, TermSources sources)
    {
        var counts = t_counts ??= new();
        counts.Clear();
        Count(counts, text, 1);
        Count(counts, sources.Title, TitleWeight);
        foreach (var tag in sources.Tags)
        {
            counts.Add(TermHash.Of(tag, 't'), TagWeight);
        }

        if (sources.Category is { } category)
        {
            counts.Add(TermHash.Of(category, 'c'), CategoryWeight);
        }

        return counts.Heaviest(MaximumTerms);
    }

    private static void Count(TermTable counts, ReadOnlySpan<char> text, int weight)
    {
        var words = t_words ??= new();
        for (var i = 0; i < text.Length; i++)
        {
            if (Cjk.IsHan(text[i]))
            {
                CountPair(counts, text, i, weight);
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                var term = words.TermOfFirst(text[i..], out var length);
                if (term != WordTerms.None)
                {
                    counts.Add(term, weight);
                }

                i += length - 1;
            }
        }
    }

    private static void CountPair(TermTable counts, ReadOnlySpan<char> text, int at, int weight)
    {
        if (at + 1 < text.Length && Cjk.IsHan(text[at + 1]) && !StopWords.IsHanGrammar(text[at]) && !StopWords.IsHanGrammar(text[at + 1]))
        {
            counts.Add(TermHash.Of(text.Slice(at, 2), 'h'), weight);
        }
    }
}
