using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which articles of one language are most like another one? Cosine over <see cref="TermVectors"/>. Safe to use from many threads.</summary>
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

    private readonly TermVectors _vectors;
    private readonly Postings _postings;
    private readonly ConcurrentBag<Scratch> _free = [];

    /// <param name="vectors">Of the articles, newest first; among equals the first wins.</param>
    public Similarity(TermVectors vectors)
    {
        _vectors = vectors;
        _postings = new(vectors.Terms.Length, vectors.All, LongestList);
    }

    public TermVectors Vectors => _vectors;

    /// <summary>The length of the longest posting list.</summary>
    public int Longest => _postings.Longest;

    /// <summary>The articles most like <paramref name="article"/>, best first.</summary>
    public int[] Rank(int article, Func<int, bool> isWanted, int count)
    {
        var scratch = _free.TryTake(out var free) ? free : new Scratch(_vectors.All.Length, _vectors.Terms.Length);
        AddScores(_vectors.All[article], scratch);
        Choose(article, isWanted, scratch);
        var ranked = Compare(_vectors.All[article], count, scratch);
        _free.Add(scratch);
        return ranked;
    }

    /// <summary>The articles whose ranking may be another one than it was by <paramref name="before"/>, the changed ones included.</summary>
    /// <param name="changed">The articles that have other vectors now.</param>
    public ImmutableArray<int> FindAffected(Similarity before, ImmutableArray<int> changed)
    {
        // A ranking looks at the posting lists of its terms, and at the vectors of those that it finds there.
        var leadsToChanged = new bool[_vectors.Terms.Length];
        foreach (var article in changed)
        {
            foreach (var term in _vectors.All[article].Concat(before._vectors.All[article]).Select(share => share.Term))
            {
                leadsToChanged[term] = leadsToChanged[term] || _postings.Has(term, article) || !_postings.Of(term).SequenceEqual(before._postings.Of(term));
            }
        }

        var isChanged = changed.ToHashSet();
        return [.. Enumerable.Range(0, _vectors.All.Length).Where(article => isChanged.Contains(article) || IsAffected(_vectors.All[article]))];

        bool IsAffected(ImmutableArray<TermShare> vector)
        {
            foreach (var share in vector)
            {
                if (leadsToChanged[share.Term])
                {
                    return true;
                }
            }

            return false;
        }
    }

    private void AddScores(ImmutableArray<TermShare> vector, Scratch scratch)
    {
        foreach (var share in vector)
        {
            foreach (var (other, weight) in _postings.Of(share.Term))
            {
                ref var score = ref scratch.Scores[other];
                if (score == 0)
                {
                    scratch.Touched[scratch.TouchedCount++] = other;
                }

                score += (double)share.Weight * weight;
            }
        }
    }

    private static void Choose(int article, Func<int, bool> isWanted, Scratch scratch)
    {
        scratch.Candidates.Clear();
        foreach (var other in scratch.Touched.AsSpan(0, scratch.TouchedCount))
        {
            var score = scratch.Scores[other];
            scratch.Scores[other] = 0;
            if (scratch.Candidates.Wants(score, (ulong)other) && other != article && isWanted(other))
            {
                scratch.Candidates.Add(score, (ulong)other);
            }
        }

        scratch.TouchedCount = 0;
    }

    private int[] Compare(ImmutableArray<TermShare> vector, int count, Scratch scratch)
    {
        foreach (var share in vector)
        {
            scratch.Weights[share.Term] = share.Weight;
        }

        var best = new TopScores(count);
        foreach (var other in scratch.Candidates.Ids)
        {
            var score = Math.Round(Cosine(scratch.Weights, _vectors.All[(int)other]), 6);
            if (score >= Least)
            {
                best.Add(score, other);
            }
        }

        foreach (var share in vector)
        {
            scratch.Weights[share.Term] = 0;
        }

        best.Sort();
        var ranked = new int[best.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            ranked[i] = (int)best.Ids[i];
        }

        return ranked;
    }

    /// <param name="weights">Of one article, by term.</param>
    private static double Cosine(float[] weights, ImmutableArray<TermShare> other)
    {
        var sum = 0.0;
        foreach (var share in other)
        {
            sum += (double)weights[share.Term] * share.Weight;
        }

        return sum;
    }

    /// <summary>Memory for one ranking after another; all but the candidates is zero between two of them.</summary>
    private sealed class Scratch(int articles, int terms)
    {
        public double[] Scores { get; } = new double[articles];

        /// <summary>The articles whose score is not zero.</summary>
        public int[] Touched { get; } = new int[articles];

        public int TouchedCount { get; set; }

        public float[] Weights { get; } = new float[terms];

        public TopScores Candidates { get; } = new(Similarity.Candidates);
    }
}
