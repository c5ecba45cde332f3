using System.Collections.Immutable;
using StaticSite.Citations;

namespace StaticSite.Model;

/// <summary>The items of one reference file in its order, each with the place of its key.</summary>
public sealed record ReferenceLibrary(ImmutableArray<Located<Item>> Items)
{
    public static ReferenceLibrary Empty { get; } = new([]);
}
