namespace StaticSite.Parse.Text;

/// <summary>As many of the smallest numbers as there is room for; the greatest of them is always first, as the next one to go.</summary>
internal ref struct SmallestNumbers(Span<ulong> room)
{
    private readonly Span<ulong> _heap = room;
    private int _count;

    public void Add(ulong number)
    {
        if (_count < _heap.Length)
        {
            Rise(number);
        }
        else if (_count > 0 && number < _heap[0])
        {
            Sink(number);
        }
    }

    /// <summary>Smallest first. Nothing can be added after that.</summary>
    public ReadOnlySpan<ulong> Sort()
    {
        var all = _count;
        while (_count > 1)
        {
            var (greatest, last) = (_heap[0], _heap[--_count]);
            Sink(last);
            _heap[_count] = greatest;
        }

        return _heap[..all];
    }

    private void Rise(ulong number)
    {
        var at = _count++;
        while (at > 0 && _heap[(at - 1) / 2] < number)
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = number;
    }

    private readonly void Sink(ulong number)
    {
        var at = 0;
        for (var child = 1; child < _count; child = (2 * at) + 1)
        {
            child += child + 1 < _count && _heap[child + 1] > _heap[child] ? 1 : 0;
            if (_heap[child] <= number)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = number;
    }
}
