using System.Collections.Immutable;
using StaticSite.Citations;

namespace StaticSite.Model;

/// <summary>The works of one reference file in its order, each with the place of its key.</summary>
/// <param name="Items">What is known of them, in the same order.</param>
public sealed record ReferenceLibrary(ImmutableArray<Located<Work>> Works, Stored<WorkItems> Items)
{
    /// <summary>Items are missing because a file has an error of its own; a key that is not found here may have been in it.</summary>
    public bool IsIncomplete { get; init; }

    public static ReferenceLibrary Empty { get; } = Of([]);

    public static ReferenceLibrary Unreadable { get; } = Empty with { IsIncomplete = true };

    public static ReferenceLibrary Of(IReadOnlyList<Located<Item>> items)
    {
        var stored = Stored.InMemory(new WorkItems([.. items.Select(item => item.Value)]));
        return new([.. items.Select((item, number) => new Located<Work>(new(item.Value.Id, Work.DigestOf(item.Value), stored, number), item.Where))], stored);
    }
}
