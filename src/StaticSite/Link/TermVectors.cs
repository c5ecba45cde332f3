using System.Collections.Immutable;

namespace StaticSite.Link;

/// <summary>A term of the corpus, numbered, and its share in one article.</summary>
internal readonly record struct TermShare(int Term, float Weight);

/// <summary>What is each article about, weighed by how rare its terms are? One vector of length one per article, sorted by term.</summary>
internal static class TermVectors
{
    private const int TermsPerArticle = 30;

    /// <summary>Of a tag or category that is as rare as can be, beside a text of length one.</summary>
    private const double LabelWeight = 0.6;

    /// <summary>The number of different terms, and a vector for each article.</summary>
    public static (int Terms, TermShare[][] Vectors) Create(ImmutableArray<SitePage> articles)
    {
        var words = Count(articles.SelectMany(article => article.Parsed.Terms.Select(term => term.Term)), EqualityComparer<ulong>.Default);
        var labels = Count(articles.SelectMany(Labels), StringComparer.Ordinal);
        var texts = articles.AsParallel().AsOrdered().Select(article => Text(article, words, articles.Length)).ToArray();
        var numbers = new Numbering();
        var vectors = new TermShare[articles.Length][];
        for (var i = 0; i < articles.Length; i++)
        {
            var shares = texts[i]
                .Select(term => new TermShare(numbers.OfWord(term.Term), (float)term.Weight))
                .Concat(Weighed(Labels(articles[i]), labels, articles.Length)
                    .Select(label => new TermShare(numbers.OfLabel(label.Label), (float)label.Weight)));
            vectors[i] = Normalize([.. shares.OrderBy(share => share.Term)]);
        }

        return (numbers.Count, vectors);
    }

    /// <summary>In how many articles does each stand?</summary>
    private static Dictionary<T, int> Count<T>(IEnumerable<T> terms, IEqualityComparer<T> comparer)
        where T : notnull
    {
        var counts = new Dictionary<T, int>(comparer);
        foreach (var term in terms)
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return counts;
    }

    /// <summary>The heaviest terms of the text, their length one. A term of one article relates it to nothing.</summary>
    private static List<(ulong Term, double Weight)> Text(SitePage article, Dictionary<ulong, int> counts, int articles)
    {
        var heaviest = article.Parsed.Terms
            .Where(term => counts[term.Term] > 1)
            .Select(term => (term.Term, Weight: term.Weight * Rarity(counts[term.Term], articles)))
            .OrderByDescending(term => term.Weight)
            .ThenBy(term => term.Term)
            .Take(TermsPerArticle)
            .ToList();
        var length = Math.Sqrt(heaviest.Sum(term => term.Weight * term.Weight));
        return length > 0 ? [.. heaviest.Select(term => (term.Term, term.Weight / length))] : [];
    }

    private static IEnumerable<(string Label, double Weight)> Weighed(IEnumerable<string> labels, Dictionary<string, int> counts, int articles) =>
        labels.Where(label => counts[label] > 1)
            .Select(label => (label, LabelWeight * Rarity(counts[label], articles) / Rarity(1, articles)));

    private static IEnumerable<string> Labels(SitePage article)
    {
        var tags = article.Summary.Tags.Select(tag => "tag " + tag);
        return article.Summary.Category is { } category ? tags.Append("category " + category) : tags;
    }

    /// <summary>The inverse document frequency. It stays above zero, because on a small site every article may share a term.</summary>
    private static double Rarity(int count, int articles) => Math.Log(1 + ((double)articles / count));

    private static TermShare[] Normalize(TermShare[] shares)
    {
        var length = Math.Sqrt(shares.Sum(share => (double)share.Weight * share.Weight));
        return length > 0 ? [.. shares.Select(share => share with { Weight = (float)(share.Weight / length) })] : [];
    }

    /// <summary>Small numbers for terms, in the order in which they are met.</summary>
    private sealed class Numbering
    {
        private readonly Dictionary<ulong, int> _words = [];
        private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);

        public int Count => _words.Count + _labels.Count;

        public int OfWord(ulong word) => _words.TryGetValue(word, out var number) ? number : _words[word] = Count;

        public int OfLabel(string label) => _labels.TryGetValue(label, out var number) ? number : _labels[label] = Count;
    }
}
