using System.Collections;

namespace StaticSite.Citations.Csl.Output;

/// <summary>
/// Parts of the output in the order of print. Not a list of the framework: those look up the type of each part that they take,
/// which costs as much as all else that happens to it.
/// </summary>
internal sealed class NodeList(int capacity = 0) : IEnumerable<Node>
{
    private Slot[] _slots = capacity == 0 ? [] : new Slot[capacity];

    public int Count { get; private set; }

    public Node this[int index]
    {
        get => _slots.AsSpan(0, Count)[index].Node;
        set => _slots.AsSpan(0, Count)[index] = new(value);
    }

    public void Add(Node node)
    {
        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(4, Count * 2));
        }

        _slots[Count++] = new(node);
    }

    /// <summary>Adds the last parts of another list, and takes them from that one.</summary>
    /// <param name="start">Where they begin.</param>
    public void MoveFrom(NodeList other, int start)
    {
        var moved = other._slots.AsSpan(start, other.Count - start);
        if (Count + moved.Length > _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(Count + moved.Length, Count * 2));
        }

        moved.CopyTo(_slots.AsSpan(Count));
        Count += moved.Length;
        other.CutTo(start);
    }

    /// <summary>Takes back what was added last.</summary>
    /// <param name="count">How many parts stay.</param>
    public void CutTo(int count) => Count = count;

    public void Clear() => CutTo(0);

    public IEnumerator<Node> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _slots[i].Node;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly record struct Slot(Node Node);
}
