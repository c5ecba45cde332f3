using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>The ids of one page, in ordinal order.</summary>
public readonly record struct AnchorSet
{
    private readonly ImmutableArray<string> _sorted;

    private AnchorSet(ImmutableArray<string> sorted) => _sorted = sorted;

    public ImmutableArray<string> Sorted => _sorted.IsDefault ? [] : _sorted;

    public static AnchorSet Of(IEnumerable<string> anchors) => new([.. anchors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>What <see cref="Sorted"/> gave.</summary>
    public static AnchorSet OfSorted(ImmutableArray<string> sorted) => new(sorted);

    public bool Contains(string anchor) => Sorted.BinarySearch(anchor, StringComparer.Ordinal) >= 0;
}
