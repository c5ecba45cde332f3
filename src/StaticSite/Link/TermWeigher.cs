using System.Collections.Immutable;
using System.Numerics;
using StaticSite.Model;

namespace StaticSite.Link;

/// <param name="Term">A word, or a label of the front matter, as a hash.</param>
internal readonly record struct WeighedTerm(ulong Term, float Weight);

/// <summary>How much does each term say about an article? The rarer it is among all articles, the more.</summary>
internal sealed class TermWeigher
{
    private const int WordsPerArticle = 30;

    /// <summary>Of a tag or category that is as rare as can be, beside a text of length one.</summary>
    private const double LabelWeight = 0.6;

    private readonly TermCounts _words;
    private readonly double[] _rarities;
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly int _articles;

    public TermWeigher(TermCounts words, ImmutableArray<ArticleTerms> articles)
    {
        (_words, _articles) = (words, articles.Length);
        foreach (var label in articles.SelectMany(article => Labels(article.Summary)))
        {
            _labels[label] = _labels.GetValueOrDefault(label) + 1;
        }

        _rarities = new double[words.Places];
        for (var place = 0; place < _rarities.Length; place++)
        {
            // A term of one article relates it to nothing.
            _rarities[place] = words.CountAt(place) > 1 ? Rarity(Step(words.CountAt(place))) : 0;
        }
    }

    public static TopScores Heap() => new(WordsPerArticle);

    /// <summary>Whether a word weighs the same where that many articles have it.</summary>
    public static bool IsAsRare(int articles, int others) => Step(articles) == Step(others);

    /// <summary>The heaviest words of the text and all labels, their length one, by term.</summary>
    public WeighedTerm[] Weigh(ArticleTerms article, TopScores heap)
    {
        var terms = new List<WeighedTerm>(WordsPerArticle + 8);
        terms.AddRange(Text(article, heap));
        foreach (var label in Labels(article.Summary))
        {
            if (_labels[label] is > 1 and var count)
            {
                terms.Add(new(DigestBuilder.Of(label).Value, (float)(LabelWeight * Rarity(count) / Rarity(1))));
            }
        }

        // Sums of rounded numbers depend on their order.
        terms.Sort(static (one, other) => one.Term.CompareTo(other.Term));
        return Normalize(terms);
    }

    private WeighedTerm[] Text(ArticleTerms article, TopScores heap)
    {
        heap.Clear();
        using var words = article.Terms.Load();
        foreach (var word in words.All)
        {
            if (_rarities[_words.PlaceOf(word.Term)] is > 0 and var rarity)
            {
                heap.Add(word.Weight * rarity, word.Term);
            }
        }

        heap.Sort();
        var squares = 0.0;
        foreach (var weight in heap.Scores)
        {
            squares += weight * weight;
        }

        var length = Math.Sqrt(squares);
        var terms = new WeighedTerm[length > 0 ? heap.Count : 0];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = new(heap.Ids[i], (float)(heap.Scores[i] / length));
        }

        return terms;
    }

    private static IEnumerable<string> Labels(PageSummary article)
    {
        var tags = article.Tags.Select(tag => "tag " + tag);
        return article.Category is { } category ? tags.Append("category " + category) : tags;
    }

    /// <summary>
    /// Powers of two. A word that one article more has does not weigh less for that in all the others: what is related to what would change on
    /// hundreds of pages, and nobody would be better served.
    /// </summary>
    private static int Step(int articles) => articles < 2 ? 0 : 1 << BitOperations.Log2((uint)articles);

    /// <summary>The inverse document frequency. It stays above zero, because on a small site every article may share a term.</summary>
    private double Rarity(int articles) => Math.Log(1 + ((double)_articles / articles));

    private static WeighedTerm[] Normalize(List<WeighedTerm> terms)
    {
        var squares = 0.0;
        foreach (var term in terms)
        {
            squares += (double)term.Weight * term.Weight;
        }

        var length = Math.Sqrt(squares);
        var normalized = new WeighedTerm[length > 0 ? terms.Count : 0];
        for (var i = 0; i < normalized.Length; i++)
        {
            normalized[i] = terms[i] with { Weight = (float)(terms[i].Weight / length) };
        }

        return normalized;
    }
}
