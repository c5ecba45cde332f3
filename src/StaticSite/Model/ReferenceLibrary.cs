using System.Collections.Immutable;
using StaticSite.Citations;

namespace StaticSite.Model;

/// <summary>The items of one reference file in its order, each with the place of its key.</summary>
public sealed record ReferenceLibrary(ImmutableArray<Located<Item>> Items)
{
    /// <summary>Items are missing because a file has an error of its own; a key that is not found here may have been in it.</summary>
    public bool IsIncomplete { get; init; }

    public static ReferenceLibrary Empty { get; } = new([]);

    public static ReferenceLibrary Unreadable { get; } = Empty with { IsIncomplete = true };
}
