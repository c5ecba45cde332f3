namespace StaticSite.Link;

/// <summary>In how many articles does each term stand?</summary>
/// <remarks>A hash table of its own: a site of ten thousand articles asks four million times, and terms are hashes already.</remarks>
internal sealed class TermCounts
{
    private (ulong Term, int Count)[] _entries = new (ulong, int)[1024];
    private int _used;

    /// <summary>More than any place.</summary>
    public int Places => _entries.Length;

    public void Add(ulong term)
    {
        var place = PlaceOf(term);
        if (_entries[place].Count == 0)
        {
            _used++;
            _entries[place].Term = term;
        }

        _entries[place].Count++;
        if (2 * _used > _entries.Length)
        {
            Grow();
        }
    }

    /// <summary>Where the term is counted; that changes only while terms are added.</summary>
    public int PlaceOf(ulong term)
    {
        // The high bits of the product depend on all bits of the term.
        var place = (int)((term * 0x9E3779B97F4A7C15) >> 32) & (_entries.Length - 1);
        while (_entries[place].Count != 0 && _entries[place].Term != term)
        {
            place = (place + 1) & (_entries.Length - 1);
        }

        return place;
    }

    public int CountAt(int place) => _entries[place].Count;

    private void Grow()
    {
        var old = _entries;
        _entries = new (ulong, int)[2 * old.Length];
        foreach (var entry in old)
        {
            if (entry.Count != 0)
            {
                _entries[PlaceOf(entry.Term)] = entry;
            }
        }
    }
}
