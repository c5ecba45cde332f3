using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which articles are most like another one of its language? Looked for when a page is first asked about; safe to ask from many threads.</summary>
internal sealed class SimilarArticles
{
    private readonly ImmutableArray<ImmutableArray<PageSummary>> _lists;
    private readonly Func<PageId, Stored<TermWeights>> _terms;
    private readonly SimilarityMemory?[] _known;
    private readonly Dictionary<PageId, (int List, int Place)> _places = [];
    private readonly SimilarReading?[][] _readings;
    private readonly Lazy<Similarity>[] _similarities;

    /// <param name="lists">The articles of each language, newest first.</param>
    /// <param name="terms">Of one of them.</param>
    /// <param name="known">Of an earlier build of the same lists; null for a language of which nothing is known, empty where that is so of all.</param>
    public SimilarArticles(ImmutableArray<ImmutableArray<PageSummary>> lists, Func<PageId, Stored<TermWeights>> terms, ImmutableArray<SimilarityMemory?> known)
    {
        (_lists, _terms, _known) = (lists, terms, known.IsEmpty ? new SimilarityMemory?[lists.Length] : [.. known]);
        _readings = [.. lists.Select((articles, list) => _known[list]?.Readings.ToArray() ?? new SimilarReading?[articles.Length])];
        _similarities = [.. lists.Select((_, list) => new Lazy<Similarity>(() => new(_known[list] is { } all ? TermVectors.Of(all) : TermVectors.Create(Terms(list)))))];
        for (var list = 0; list < lists.Length; list++)
        {
            for (var place = 0; place < lists[list].Length; place++)
            {
                _places.Add(lists[list][place].Id, (list, place));
            }
        }
    }

    /// <summary>For each language what a later build need not find out again; null where nobody has asked about any of its articles.</summary>
    public ImmutableArray<SimilarityMemory?> Known =>
        [.. _similarities.Select((similarity, list) => Remember(similarity, _known[list], [.. _readings[list]]))];

    /// <summary>Does on all cores what the first question would need anyway.</summary>
    public void Prepare() => Parallel.ForEach(_similarities, one => _ = one.Value);

    /// <param name="shown">What the page shows anyway.</param>
    /// <returns>Nothing for a page that is no article.</returns>
    public IEnumerable<PageSummary> Of(PageId id, IReadOnlySet<BundleId> shown, int wanted)
    {
        if (wanted <= 0 || !_places.TryGetValue(id, out var at))
        {
            return [];
        }

        // Two threads that ask at once find the same.
        var reading = _readings[at.List][at.Place] ??= Read(_similarities[at.List].Value, at.Place, new(wanted, Places(shown, id.Language), []));
        return reading.Found.Select(place => _lists[at.List][place]);
    }

    /// <summary>Takes other texts of a few articles into what was known, before anybody asks.</summary>
    /// <param name="before">The terms that they had.</param>
    /// <returns>The other articles that show others now.</returns>
    public ImmutableArray<PageId> Replace(IReadOnlyDictionary<PageId, Stored<TermWeights>> before)
    {
        var changed = ImmutableArray.CreateBuilder<PageId>();
        foreach (var edited in before.GroupBy(one => _places[one.Key].List, one => (_places[one.Key].Place, one.Value)).Where(list => _known[list.Key] is not null))
        {
            var (list, old) = (edited.Key, TermVectors.Of(_known[edited.Key]!));
            var vectors = old.With(Terms(list), edited.ToDictionary(one => one.Place, one => one.Value), out var others);
            if (others.IsEmpty)
            {
                _similarities[list] = new(() => new(vectors));
                _known[list] = vectors.ToMemory([]);
            }
            else
            {
                var now = new Similarity(vectors);
                _similarities[list] = new(now);
                changed.AddRange(ReadAgain(list, now, now.FindAffected(new(old), others)));
            }

            foreach (var (place, _) in edited)
            {
                _readings[list][place] = null;
            }
        }

        return changed.DrainToImmutable();
    }

    private static SimilarityMemory? Remember(Lazy<Similarity> similarity, SimilarityMemory? known, ImmutableArray<SimilarReading?> readings) =>
        similarity.IsValueCreated ? similarity.Value.Vectors.ToMemory(readings) : known is null ? null : known with { Readings = readings };

    private ConcurrentBag<PageId> ReadAgain(int list, Similarity similarity, ImmutableArray<int> affected)
    {
        var changed = new ConcurrentBag<PageId>();
        Parallel.ForEach(affected, place =>
        {
            if (_readings[list][place] is { } last && Read(similarity, place, last) is var now && !now.Found.SequenceEqual(last.Found))
            {
                _readings[list][place] = now;
                changed.Add(_lists[list][place].Id);
            }
        });
        return changed;
    }

    private static SimilarReading Read(Similarity similarity, int place, SimilarReading asked) => asked with
    {
        Found = ImmutableCollectionsMarshal.AsImmutableArray(similarity.Rank(place, other => asked.Shown.IsEmpty || !asked.Shown.Contains(other), asked.Wanted)),
    };

    private ImmutableArray<int> Places(IReadOnlySet<BundleId> shown, Language language) => shown.Count == 0
        ? []
        : [.. shown.Select(bundle => new PageId(bundle, language)).Where(_places.ContainsKey).Select(id => _places[id].Place).Order()];

    private ImmutableArray<ArticleTerms> Terms(int list) => [.. _lists[list].Select(article => new ArticleTerms(article, _terms(article.Id)))];
}
