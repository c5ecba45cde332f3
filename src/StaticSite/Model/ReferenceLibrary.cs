using System.Collections.Immutable;
using StaticSite.Citations;

namespace StaticSite.Model;

/// <summary>The works of one reference file. Few of those who hold a site ask for them, so that they need not be in memory.</summary>
/// <param name="List">In the order of the file.</param>
/// <param name="Path">The file; null where there is no work.</param>
public sealed record ReferenceLibrary(Stored<WorkList> List, string? Path)
{
    /// <summary>Items are missing because a file has an error of its own; a key that is not found here may have been in it.</summary>
    public bool IsIncomplete { get; init; }

    public bool IsEmpty => Path is null;

    public ImmutableArray<Located<Work>> Works => IsEmpty ? [] : List.Load().Works;

    public static ReferenceLibrary Empty { get; } = Of([]);

    public static ReferenceLibrary Unreadable { get; } = Empty with { IsIncomplete = true };

    public static ReferenceLibrary Of(IReadOnlyList<Located<Item>> items)
    {
        var stored = Stored.InMemory(new WorkItems([.. items.Select(item => item.Value)]));
        var works = ImmutableArray.CreateBuilder<Located<Work>>(items.Count);
        foreach (var (item, where) in items)
        {
            works.Add(new(new(item.Id, Work.DigestOf(item), stored, works.Count), where));
        }

        return new(Stored.InMemory(new WorkList(works.MoveToImmutable())), items is [var first, ..] ? first.Where.Path : null);
    }
}

/// <summary>The works of one reference file, each with the place of its key.</summary>
public sealed record WorkList(ImmutableArray<Located<Work>> Works);
