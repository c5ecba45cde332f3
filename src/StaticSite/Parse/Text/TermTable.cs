using System.Collections.Immutable;
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

    /// <summary>The terms that count most, most first; of equals the smaller number. Only what is returned is sorted.</summary>
    public ImmutableArray<TermWeight> Heaviest(int maximum)
    {
        var (least, room) = LeastCount(maximum);
        var equals = new SmallestNumbers(stackalloc ulong[room]);
        var heaviest = new (int Count, ulong Term)[Math.Min(_used, maximum)];
        var kept = 0;
        for (var i = 0; i < _used; i++)
        {
            if (_counts[i] > least)
            {
                heaviest[kept++] = (_counts[i], _terms[i]);
            }
            else if (_counts[i] == least)
            {
                equals.Add(_terms[i]);
            }
        }

        foreach (var term in equals.Numbers)
        {
            heaviest[kept++] = (least, term);
        }

        Array.Sort(heaviest, static (left, right) => left.Count != right.Count ? right.Count.CompareTo(left.Count) : left.Term.CompareTo(right.Term));
        return ImmutableArray.Create(Array.ConvertAll(heaviest, static found => new TermWeight(found.Term, 1 + MathF.Log(found.Count))));
    }

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
