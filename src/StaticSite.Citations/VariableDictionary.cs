using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StaticSite.Citations;

/// <summary>The variables of an item that have a value of one kind, by ordinal order of their names. There are few of them: they lie in a row.</summary>
public sealed class VariableDictionary<T> : IReadOnlyDictionary<string, T>
{
    /// <summary>So few are found faster one by one: most names differ in their length already.</summary>
    private const int Few = 16;

    private readonly ImmutableArray<KeyValuePair<string, T>> _sorted;

    internal VariableDictionary(ImmutableArray<KeyValuePair<string, T>> sorted) => _sorted = sorted;

    public int Count => _sorted.Length;

    public bool IsEmpty => _sorted.IsEmpty;

    public IEnumerable<string> Keys => _sorted.Select(pair => pair.Key);

    public IEnumerable<T> Values => _sorted.Select(pair => pair.Value);

    /// <exception cref="KeyNotFoundException">The item does not have it.</exception>
    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>The same with this value, in the place of one that is there already.</summary>
    public VariableDictionary<T> SetItem(string key, T value)
    {
        var place = Find(key);
        return new(place >= 0 ? _sorted.SetItem(place, new(key, value)) : _sorted.Insert(~place, new(key, value)));
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var place = _sorted.Length <= Few ? FindOneByOne(key) : Find(key);
        value = place >= 0 ? _sorted[place].Value : default;
        return place >= 0;
    }

    public ImmutableArray<KeyValuePair<string, T>>.Enumerator GetEnumerator() => _sorted.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)_sorted).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)_sorted).GetEnumerator();

    /// <summary>The place of the name; -1 where it is missing.</summary>
    private int FindOneByOne(string key)
    {
        var sorted = _sorted.AsSpan();
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].Key.Length == key.Length && sorted[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of the name, or the complement of the one where it would stand.</summary>
    private int Find(string key)
    {
        var (from, to) = (0, _sorted.Length);
        while (from < to)
        {
            var middle = (from + to) >> 1;
            switch (string.CompareOrdinal(_sorted[middle].Key, key))
            {
                case 0:
                    return middle;
                case < 0:
                    from = middle + 1;
                    break;
                default:
                    to = middle;
                    break;
            }
        }

        return ~from;
    }
}
