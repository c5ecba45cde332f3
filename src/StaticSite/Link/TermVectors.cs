using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>An article as far as it is compared with others.</summary>
internal readonly record struct ArticleTerms(PageSummary Summary, Stored<TermWeights> Terms);

/// <summary>
/// What is each article of a language about? A vector is a function of the article's own terms and of how common those are, to the last bit:
/// neither the order of the articles nor what was built before has a say in it.
/// </summary>
/// <param name="words">How many articles have each word.</param>
/// <param name="terms">Words and labels by their numbers. Which number a term has means nothing.</param>
/// <param name="vectors">For each article one of length one, in the order of the terms themselves.</param>
internal sealed class TermVectors(TermCounts words, ImmutableArray<ulong> terms, ImmutableArray<ImmutableArray<TermShare>> vectors)
{
    public ImmutableArray<ulong> Terms => terms;

    public ImmutableArray<ImmutableArray<TermShare>> All => vectors;

    /// <summary>What an earlier build knew.</summary>
    public static TermVectors Of(SimilarityMemory memory) => new(TermCounts.Of(memory.Words), memory.Terms, memory.Vectors);

    public SimilarityMemory ToMemory(ImmutableArray<SimilarReading?> readings) => new(words.Entries, terms, vectors, readings);

    public static TermVectors Create(ImmutableArray<ArticleTerms> articles)
    {
        var words = new TermCounts();
        foreach (var article in articles)
        {
            using var ofArticle = article.Terms.Load();
            foreach (var term in ofArticle.All)
            {
                words.Add(term.Term);
            }
        }

        var weigher = new TermWeigher(words, articles);
        var weighed = new WeighedTerm[articles.Length][];
        Parallel.For(0, weighed.Length, TermWeigher.Heap, (i, _, heap) =>
        {
            weighed[i] = weigher.Weigh(articles[i], heap);
            return heap;
        }, _ => { });
        var numbers = new TermNumbers([]);
        var vectors = ImmutableArray.CreateRange(ImmutableCollectionsMarshal.AsImmutableArray(weighed), numbers.Number);
        return new(words, numbers.All, vectors);
    }

    /// <summary>What <see cref="Create"/> would give for the same articles, of which a few have other texts now, at a small part of the cost.</summary>
    /// <param name="articles">With their new texts. Those of others are asked for their terms only where a word became so common, or so rare, that it weighs another amount.</param>
    /// <param name="before">The terms that the edited articles had, by their places in the list.</param>
    /// <param name="changed">The places of the articles that have other vectors now.</param>
    public TermVectors With(ImmutableArray<ArticleTerms> articles, IReadOnlyDictionary<int, Stored<TermWeights>> before, out ImmutableArray<int> changed)
    {
        var now = words.Copy();
        var touched = new HashSet<ulong>();
        foreach (var (place, old) in before)
        {
            Count(old, -1);
            Count(articles[place].Terms, 1);
        }

        touched.RemoveWhere(term => TermWeigher.IsAsRare(words.CountAt(words.PlaceOf(term)), now.CountAt(now.PlaceOf(term))));
        var weigher = new TermWeigher(now, articles);
        var numbers = new TermNumbers(terms);
        var (result, others, heap) = (vectors.ToBuilder(), ImmutableArray.CreateBuilder<int>(), TermWeigher.Heap());
        foreach (var place in before.Keys.Union(FindUsers(touched, articles)).Order())
        {
            var vector = numbers.Number(weigher.Weigh(articles[place], heap));
            if (!vector.AsSpan().SequenceEqual(result[place].AsSpan()))
            {
                result[place] = vector;
                others.Add(place);
            }
        }

        changed = others.DrainToImmutable();
        return new(now, numbers.All, result.ToImmutable());

        void Count(Stored<TermWeights> ofArticle, int by)
        {
            using var loaded = ofArticle.Load();
            foreach (var term in loaded.All)
            {
                now.Add(term.Term, by);
                touched.Add(term.Term);
            }
        }
    }

    /// <summary>The articles that have one of these words, even as one of too little weight for their vectors.</summary>
    private static ConcurrentBag<int> FindUsers(HashSet<ulong> wanted, ImmutableArray<ArticleTerms> articles)
    {
        var users = new ConcurrentBag<int>();
        if (wanted.Count > 0)
        {
            Parallel.For(0, articles.Length, place =>
            {
                using var ofArticle = articles[place].Terms.Load();
                foreach (var term in ofArticle.All)
                {
                    if (wanted.Contains(term.Term))
                    {
                        users.Add(place);
                        break;
                    }
                }
            });
        }

        return users;
    }

    /// <summary>Gives each term its number when it is first met.</summary>
    private sealed class TermNumbers
    {
        private readonly Dictionary<ulong, int> _numbers;
        private readonly ImmutableArray<ulong>.Builder _terms;

        public TermNumbers(ImmutableArray<ulong> known)
        {
            _numbers = new(known.Length);
            _terms = known.ToBuilder();
            for (var i = 0; i < known.Length; i++)
            {
                _numbers.Add(known[i], i);
            }
        }

        public ImmutableArray<ulong> All => _terms.ToImmutable();

        public ImmutableArray<TermShare> Number(WeighedTerm[] terms)
        {
            var shares = new TermShare[terms.Length];
            for (var i = 0; i < shares.Length; i++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, terms[i].Term, out var isKnown);
                if (!isKnown)
                {
                    number = _terms.Count;
                    _terms.Add(terms[i].Term);
                }

                shares[i] = new(number, terms[i].Weight);
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(shares);
        }
    }
}
