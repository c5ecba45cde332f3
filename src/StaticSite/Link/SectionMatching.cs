using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>
/// Which section of a text is which section of an earlier one? The surest signs first: heading and text, the heading alone, the text alone, the
/// anchor. Where a section stands says nothing, so that one that moved is the same; place decides only between equals.
/// </summary>
internal sealed class SectionMatching
{
    private readonly ImmutableArray<TextSection> _accepted;
    private readonly ImmutableArray<TextSection> _current;
    private readonly int[] _currentOf;
    private readonly int[] _acceptedOf;

    private SectionMatching(ImmutableArray<TextSection> accepted, ImmutableArray<TextSection> current)
    {
        (_accepted, _current) = (accepted, current);
        (_currentOf, _acceptedOf) = (new int[accepted.Length], new int[current.Length]);
        Array.Fill(_currentOf, -1);
        Array.Fill(_acceptedOf, -1);
    }

    public static SectionMatching Create(ImmutableArray<TextSection> accepted, ImmutableArray<TextSection> current)
    {
        var matching = new SectionMatching(accepted, current);
        matching.PairSamePlaces();
        matching.Pair(section => (section.HeadingHash, section.TextHash));
        matching.Pair(section => section.HeadingHash);
        matching.Pair(section => section.TextHash);
        matching.Pair(section => section.Id);
        return matching;
    }

    /// <summary>The index of the section that an accepted one has become; -1 where it was removed.</summary>
    public int CurrentOf(int accepted) => _currentOf[accepted];

    /// <summary>The index of the section that a present one was; -1 where it was added.</summary>
    public int AcceptedOf(int current) => _acceptedOf[current];

    /// <summary>Without the sections that stayed the same, in the order of the text of today; those removed stand where they stood.</summary>
    public ImmutableArray<SectionChange> Changes()
    {
        var removed = RemovedByPlace().ToLookup(one => one.After, one => one.Change);
        var changes = ImmutableArray.CreateBuilder<SectionChange>();
        changes.AddRange(removed[-1]);
        for (var j = 0; j < _current.Length; j++)
        {
            if (FindChange(j) is { } change)
            {
                changes.Add(change);
            }

            changes.AddRange(removed[j]);
        }

        return changes.ToImmutable();
    }

    /// <summary>Each with the present section behind which it stood; -1 at the start.</summary>
    private IEnumerable<(int After, SectionChange Change)> RemovedByPlace()
    {
        var after = -1;
        for (var i = 0; i < _accepted.Length; i++)
        {
            if (_currentOf[i] >= 0)
            {
                after = _currentOf[i];
            }
            else
            {
                yield return (after, new(SectionChangeKind.Removed, _accepted[i], null));
            }
        }
    }

    private SectionChange? FindChange(int current)
    {
        var now = _current[current];
        if (_acceptedOf[current] is var index && index < 0)
        {
            return new(SectionChangeKind.Added, null, now);
        }

        var then = _accepted[index];
        return (then.HeadingHash == now.HeadingHash, then.TextHash == now.TextHash) switch
        {
            (true, true) => null,
            (false, true) => new(SectionChangeKind.Renamed, then, now),
            _ => new(SectionChangeKind.Changed, then, now),
        };
    }

    /// <summary>Of sections that are alike to the letter, those that stayed where they were.</summary>
    private void PairSamePlaces()
    {
        for (var i = 0; i < Math.Min(_accepted.Length, _current.Length); i++)
        {
            if (_accepted[i].HeadingHash == _current[i].HeadingHash && _accepted[i].TextHash == _current[i].TextHash)
            {
                (_currentOf[i], _acceptedOf[i]) = (i, i);
            }
        }
    }

    /// <summary>Pairs what has no partner yet and agrees in <paramref name="sign"/>: the first with the first, the second with the second.</summary>
    private void Pair<T>(Func<TextSection, T> sign)
        where T : notnull
    {
        var waiting = new Dictionary<T, Queue<int>>();
        for (var i = 0; i < _accepted.Length; i++)
        {
            if (_currentOf[i] < 0)
            {
                var key = sign(_accepted[i]);
                var queue = waiting.TryGetValue(key, out var known) ? known : waiting[key] = new();
                queue.Enqueue(i);
            }
        }

        for (var j = 0; j < _current.Length && waiting.Count > 0; j++)
        {
            if (_acceptedOf[j] < 0 && waiting.TryGetValue(sign(_current[j]), out var queue) && queue.TryDequeue(out var i))
            {
                (_currentOf[i], _acceptedOf[j]) = (j, i);
            }
        }
    }
}
