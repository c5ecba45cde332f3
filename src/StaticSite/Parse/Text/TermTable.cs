using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Parse.Text;

/// <summary>
/// Counts per term of one page; used again for the next page of the same thread. A hash table of its own: a term is a hash already,
/// and every word of every page comes by here.
/// </summary>
internal sealed class TermTable
{
    private const int FirstCapacity = 2048;

    private ulong[] _terms = new ulong[FirstCapacity];
    private int[] _counts = new int[FirstCapacity];

    /// <summary>One more than a term's place in the lists, at or behind its hash; 0 ends a search. Twice as long as the lists.</summary>
    private int[] _places = new int[FirstCapacity * 2];

    private int[] _histogram = new int[64];
    private int _used;
    private int _greatest;

    public void Clear()
    {
        Array.Clear(_places);
        _used = 0;
        _greatest = 0;
    }

    public void Add(ulong term, int weight)
    {
        ref var place = ref PlaceOf(term);
        if (place == 0)
        {
            if (_used == _terms.Length)
            {
                Grow();
                place = ref PlaceOf(term);
            }

            _terms[_used] = term;
            _counts[_used] = 0;
            place = ++_used;
        }

        ref var count = ref _counts[place - 1];
        count += weight;
        _greatest = Math.Max(_greatest, count);
    }

    /// <summary>The terms that count most, most first; of equals the smaller number. The framework's sort is not compiled ahead for such pairs.</summary>
    public ImmutableArray<TermWeight> Heaviest(int maximum)
    {
        var (least, room) = LeastCount(maximum);
        var equals = new SmallestNumbers(stackalloc ulong[room]);
        var heaviest = new TermWeight[Math.Min(_used, maximum)];
        Span<int> counts = stackalloc int[heaviest.Length];
        var kept = 0;
        for (var i = 0; i < _used; i++)
        {
            if (_counts[i] > least)
            {
                Insert(heaviest, counts, kept++, (_terms[i], _counts[i]));
            }
            else if (_counts[i] == least)
            {
                equals.Add(_terms[i]);
            }
        }

        foreach (var term in equals.Sort())
        {
            heaviest[kept++] = Weigh(term, least);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(heaviest);
    }

    /// <param name="kept">How many are there already, in their order.</param>
    private static void Insert(TermWeight[] heaviest, Span<int> counts, int kept, (ulong Term, int Count) one)
    {
        var at = kept;
        for (; at > 0 && (counts[at - 1] < one.Count || (counts[at - 1] == one.Count && heaviest[at - 1].Term > one.Term)); at--)
        {
            counts[at] = counts[at - 1];
            heaviest[at] = heaviest[at - 1];
        }

        counts[at] = one.Count;
        heaviest[at] = Weigh(one.Term, one.Count);
    }

    private static TermWeight Weigh(ulong term, int count) => new(term, 1 + MathF.Log(count));

    /// <summary>The count of the last term that has room, and how many of that count have; without terms too many, 0 and 0.</summary>
    private (int Count, int Room) LeastCount(int maximum)
    {
        if (_used <= maximum)
        {
            return (0, 0);
        }

        if (_histogram.Length <= _greatest)
        {
            _histogram = new int[_greatest * 2];
        }

        var histogram = _histogram.AsSpan(0, _greatest + 1);
        histogram.Clear();
        foreach (var count in _counts.AsSpan(0, _used))
        {
            histogram[count]++;
        }

        var room = maximum;
        var least = _greatest;
        while (histogram[least] < room)
        {
            room -= histogram[least--];
        }

        return (least, room);
    }

    private ref int PlaceOf(ulong term)
    {
        var at = (int)term & (_places.Length - 1);
        while (_places[at] != 0 && _terms[_places[at] - 1] != term)
        {
            at = (at + 1) & (_places.Length - 1);
        }

        return ref _places[at];
    }

    private void Grow()
    {
        Array.Resize(ref _terms, _terms.Length * 2);
        Array.Resize(ref _counts, _counts.Length * 2);
        _places = new int[_places.Length * 2];
        for (var i = 0; i < _used; i++)
        {
            PlaceOf(_terms[i]) = i + 1;
        }
    }
}
