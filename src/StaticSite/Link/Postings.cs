using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>An article that has a term, and the term's share in it.</summary>
internal readonly record struct Posting(int Article, float Weight);

/// <summary>Which articles have a term? One list behind the other, those of common terms cut to their heaviest entries.</summary>
internal sealed class Postings
{
    private readonly Posting[] _entries;
    private readonly int[] _starts;
    private readonly int[] _ends;

    public Postings(int terms, ImmutableArray<ImmutableArray<TermShare>> vectors, int longest)
    {
        _starts = Starts(terms, vectors);
        _ends = _starts[..terms];
        _entries = new Posting[_starts[terms]];
        for (var article = 0; article < vectors.Length; article++)
        {
            foreach (var share in vectors[article])
            {
                _entries[_ends[share.Term]++] = new(article, share.Weight);
            }
        }

        var heaviest = new TopScores(longest);
        for (var term = 0; term < terms; term++)
        {
            if (_ends[term] - _starts[term] > longest)
            {
                Cut(term, heaviest);
            }
        }
    }

    /// <summary>The length of the longest list.</summary>
    public int Longest => _ends.Select((end, term) => end - _starts[term]).DefaultIfEmpty(0).Max();

    /// <summary>Empty for a term that came later.</summary>
    public ReadOnlySpan<Posting> Of(int term) => term < _ends.Length ? _entries.AsSpan(_starts[term].._ends[term]) : [];

    public bool Has(int term, int article)
    {
        foreach (var entry in Of(term))
        {
            if (entry.Article == article)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Starts(int terms, ImmutableArray<ImmutableArray<TermShare>> vectors)
    {
        var starts = new int[terms + 1];
        foreach (var vector in vectors)
        {
            foreach (var share in vector)
            {
                starts[share.Term + 1]++;
            }
        }

        for (var term = 0; term < terms; term++)
        {
            starts[term + 1] += starts[term];
        }

        return starts;
    }

    private void Cut(int term, TopScores heaviest)
    {
        heaviest.Clear();
        foreach (var (article, weight) in Of(term))
        {
            heaviest.Add(weight, (ulong)article);
        }

        for (var i = 0; i < heaviest.Count; i++)
        {
            _entries[_starts[term] + i] = new((int)heaviest.Ids[i], (float)heaviest.Scores[i]);
        }

        _ends[term] = _starts[term] + heaviest.Count;
    }
}
