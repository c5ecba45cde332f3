using System.Collections.Immutable;

namespace StaticSite.Citations;

/// <summary>Makes <see cref="VariableDictionary{T}"/>.</summary>
public static class ItemVariables
{
    public static VariableDictionary<T> Empty<T>() => None<T>.Value;

    /// <param name="pairs">In any order.</param>
    /// <exception cref="ArgumentException">A name stands there twice.</exception>
    public static VariableDictionary<T> Of<T>(IEnumerable<KeyValuePair<string, T>> pairs)
    {
        var sorted = pairs.ToImmutableArray();
        if (sorted.IsEmpty)
        {
            return Empty<T>();
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            if (string.CompareOrdinal(sorted[i - 1].Key, sorted[i].Key) >= 0)
            {
                sorted = sorted.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
                break;
            }
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i - 1].Key == sorted[i].Key)
            {
                throw new ArgumentException($"The variable '{sorted[i].Key}' has two values.", nameof(pairs));
            }
        }

        return new(sorted);
    }

    private static class None<T>
    {
        public static VariableDictionary<T> Value { get; } = new([]);
    }
}
