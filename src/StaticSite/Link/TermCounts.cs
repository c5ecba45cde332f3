using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>In how many articles does each term stand?</summary>
/// <remarks>A hash table of its own: a site of ten thousand articles asks four million times, and terms are hashes already.</remarks>
internal sealed class TermCounts
{
    private TermCount[] _entries;
    private int _used;

    public TermCounts()
        : this(new TermCount[1024])
    {
    }

    private TermCounts(TermCount[] entries)
    {
        _entries = entries;
        foreach (var entry in entries)
        {
            _used += IsUsed(entry) ? 1 : 0;
        }
    }

    /// <summary>The table as it stands: as many places as a power of two.</summary>
    public ImmutableArray<TermCount> Entries => [.. _entries];

    /// <summary>More than any place.</summary>
    public int Places => _entries.Length;

    /// <param name="by">-1 for an article that has the term no longer.</param>
    public void Add(ulong term, int by = 1)
    {
        var place = PlaceOf(term);
        var known = _entries[place];
        _used += IsUsed(known) ? 0 : 1;
        _entries[place] = new(term, Math.Max(known.Mark, 1) + by);
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
        while (IsUsed(_entries[place]) && _entries[place].Term != term)
        {
            place = (place + 1) & (_entries.Length - 1);
        }

        return place;
    }

    public int CountAt(int place) => Math.Max(0, _entries[place].Mark - 1);

    /// <param name="entries">As <see cref="Entries"/> gave them.</param>
    public static TermCounts Of(ImmutableArray<TermCount> entries) => new([.. entries]);

    public TermCounts Copy() => new([.. _entries]);

    private static bool IsUsed(TermCount entry) => entry.Mark > 0;

    private void Grow()
    {
        var old = _entries;
        _entries = new TermCount[2 * old.Length];
        foreach (var entry in old)
        {
            if (IsUsed(entry))
            {
                _entries[PlaceOf(entry.Term)] = entry;
            }
        }
    }
}
