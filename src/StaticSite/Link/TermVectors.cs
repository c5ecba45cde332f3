using System.Collections.Immutable;

namespace StaticSite.Link;

/// <summary>A term of the corpus, numbered, and its share in one article.</summary>
internal readonly record struct TermShare(int Term, float Weight);

/// <summary>What is each article about, weighed by how rare its terms are? One vector of length one per article, sorted by term.</summary>
internal sealed class TermVectors
{
    private const int TermsPerArticle = 30;

    /// <summary>Of a tag or category that is as rare as can be, beside a text of length one.</summary>
    private const double LabelWeight = 0.6;

    private readonly TermCounts _words = new();
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SitePage> _articles;
    private readonly double[] _rarities;

    private TermVectors(ImmutableArray<SitePage> articles)
    {
        _articles = articles;
        foreach (var article in articles)
        {
            using var terms = article.Parsed.Terms.Load();
            foreach (var term in terms.All)
            {
                _words.Add(term.Term);
            }

            foreach (var label in Labels(article))
            {
                _labels[label] = _labels.GetValueOrDefault(label) + 1;
            }
        }

        _rarities = new double[_words.Places];
        for (var place = 0; place < _rarities.Length; place++)
        {
            // A term of one article relates it to nothing.
            _rarities[place] = _words.CountAt(place) > 1 ? Rarity(_words.CountAt(place)) : 0;
        }
    }

    /// <summary>The number of different terms, and a vector for each article.</summary>
    public static (int Terms, TermShare[][] Vectors) Create(ImmutableArray<SitePage> articles) => new TermVectors(articles).Create();

    private (int Terms, TermShare[][] Vectors) Create()
    {
        var vectors = new TermShare[_articles.Length][];
        Parallel.For(0, vectors.Length, () => new TopScores(TermsPerArticle), (i, _, heaviest) =>
        {
            vectors[i] = Text(_articles[i], heaviest);
            return heaviest;
        }, _ => { });

        // Terms are numbered in the order in which they are met.
        var words = new int[_words.Places];
        var labels = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = 0;
        for (var i = 0; i < vectors.Length; i++)
        {
            var shares = new List<TermShare>(vectors[i].Length + 8);
            foreach (var (place, weight) in vectors[i])
            {
                words[place] = words[place] == 0 ? ++terms : words[place];
                shares.Add(new(words[place] - 1, weight));
            }

            foreach (var label in Labels(_articles[i]).Where(label => _labels[label] > 1))
            {
                if (!labels.TryGetValue(label, out var number))
                {
                    labels.Add(label, number = terms++);
                }

                shares.Add(new(number, (float)(LabelWeight * Rarity(_labels[label]) / Rarity(1))));
            }

            shares.Sort(static (one, other) => one.Term.CompareTo(other.Term));
            vectors[i] = Normalize(shares);
        }

        return (terms, vectors);
    }

    /// <summary>The heaviest terms of the text by their places, their length one.</summary>
    private TermShare[] Text(SitePage article, TopScores heaviest)
    {
        heaviest.Clear();
        using var terms = article.Parsed.Terms.Load();
        foreach (var term in terms.All)
        {
            if (_rarities[_words.PlaceOf(term.Term)] is > 0 and var rarity)
            {
                heaviest.Add(term.Weight * rarity, term.Term);
            }
        }

        heaviest.Sort();
        var squares = 0.0;
        foreach (var weight in heaviest.Scores)
        {
            squares += weight * weight;
        }

        var length = Math.Sqrt(squares);
        var shares = new TermShare[length > 0 ? heaviest.Count : 0];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = new(_words.PlaceOf(heaviest.Ids[i]), (float)(heaviest.Scores[i] / length));
        }

        return shares;
    }

    private static IEnumerable<string> Labels(SitePage article)
    {
        var tags = article.Summary.Tags.Select(tag => "tag " + tag);
        return article.Summary.Category is { } category ? tags.Append("category " + category) : tags;
    }

    /// <summary>The inverse document frequency. It stays above zero, because on a small site every article may share a term.</summary>
    private double Rarity(int count) => Math.Log(1 + ((double)_articles.Length / count));

    private static TermShare[] Normalize(List<TermShare> shares)
    {
        var squares = 0.0;
        foreach (var share in shares)
        {
            squares += (double)share.Weight * share.Weight;
        }

        var length = Math.Sqrt(squares);
        var normalized = new TermShare[length > 0 ? shares.Count : 0];
        for (var i = 0; i < normalized.Length; i++)
        {
            normalized[i] = shares[i] with { Weight = (float)(shares[i].Weight / length) };
        }

        return normalized;
    }
}
