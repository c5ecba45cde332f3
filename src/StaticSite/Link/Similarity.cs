using System.Collections.Immutable;

namespace StaticSite.Link;

/// <summary>Which articles of one language are most like another one? Cosine over <see cref="TermVectors"/>.</summary>
/// <remarks>
/// The articles that share a term with a page are found through posting lists. Those of common terms are cut to their
/// heaviest entries, so that a page costs about the same however many articles its topic has; only then are the best
/// candidates compared with it in full.
/// </remarks>
internal sealed class Similarity
{
    /// <summary>Entries of a posting list at most.</summary>
    public const int LongestList = 128;

    private const int Candidates = 64;

    /// <summary>Below this two texts share little more than their language.</summary>
    private const double Least = 0.05;

    private readonly TermShare[][] _vectors;
    private readonly List<(int Article, float Weight)>[] _postings;

    /// <param name="articles">Newest first; among equals the first wins.</param>
    public Similarity(ImmutableArray<SitePage> articles)
    {
        (var terms, _vectors) = TermVectors.Create(articles);
        _postings = Postings(terms, _vectors);
    }

    /// <summary>The length of the longest posting list.</summary>
    public int Longest => _postings.Length == 0 ? 0 : _postings.Max(list => list.Count);

    /// <summary>Memory for one ranking after another on one thread.</summary>
    public Scratch NewScratch() => new(_vectors.Length);

    /// <summary>The articles most like <paramref name="article"/>, best first.</summary>
    public List<int> Rank(int article, Func<int, bool> isWanted, int count, Scratch scratch)
    {
        AddScores(_vectors[article], scratch);
        var best = new PriorityQueue<int, (double Score, int Late)>();
        foreach (var other in scratch.Touched)
        {
            var rank = (scratch.Scores[other], -other);
            scratch.Scores[other] = 0;
            if (other == article || !isWanted(other))
            {
                continue;
            }

            if (best.Count < Candidates)
            {
                best.Enqueue(other, rank);
            }
            else
            {
                best.EnqueueDequeue(other, rank);
            }
        }

        scratch.Touched.Clear();
        return
        [
            .. best.UnorderedItems
                .Select(one => (one.Element, Score: Math.Round(Cosine(_vectors[article], _vectors[one.Element]), 6)))
                .Where(one => one.Score >= Least)
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Element)
                .Take(count)
                .Select(one => one.Element),
        ];
    }

    private void AddScores(TermShare[] vector, Scratch scratch)
    {
        foreach (var share in vector)
        {
            foreach (var (other, weight) in _postings[share.Term])
            {
                if (scratch.Scores[other] == 0)
                {
                    scratch.Touched.Add(other);
                }

                scratch.Scores[other] += (double)share.Weight * weight;
            }
        }
    }

    private static double Cosine(TermShare[] one, TermShare[] other)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            var order = one[i].Term.CompareTo(other[j].Term);
            sum += order == 0 ? (double)one[i].Weight * other[j].Weight : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return sum;
    }

    private static List<(int Article, float Weight)>[] Postings(int terms, TermShare[][] vectors)
    {
        var postings = new List<(int Article, float Weight)>[terms];
        for (var term = 0; term < terms; term++)
        {
            postings[term] = [];
        }

        for (var article = 0; article < vectors.Length; article++)
        {
            foreach (var share in vectors[article])
            {
                postings[share.Term].Add((article, share.Weight));
            }
        }

        for (var term = 0; term < terms; term++)
        {
            if (postings[term].Count > LongestList)
            {
                postings[term] = [.. postings[term].OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Article).Take(LongestList)];
            }
        }

        return postings;
    }

    /// <summary>Scores by article, zero between two rankings, and which of them are not zero.</summary>
    internal sealed class Scratch(int articles)
    {
        public double[] Scores { get; } = new double[articles];

        public List<int> Touched { get; } = [];
    }
}
