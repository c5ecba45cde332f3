using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Citations.Csl.Names;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>The variables of an item that have a value.</summary>
internal sealed class ItemValues(Item item)
{
    /// <summary>Parallel to the item's; a style asks for the same names several times.</summary>
    private readonly Name[]?[] _names = new Name[]?[item.Names.Count];

    public string? Field(string variable) => item.Fields.TryGetValue(variable, out var value) && value is not (null or "") ? value : null;

    public ImmutableArray<Name> Names(string variable)
    {
        var place = 0;
        foreach (var (name, names) in item.Names)
        {
            if (name == variable)
            {
                return ImmutableCollectionsMarshal.AsImmutableArray(_names[place] ??= Parse(names));
            }

            place++;
        }

        return [];
    }

    public ItemDate? Date(string variable) =>
        item.Dates.TryGetValue(variable, out var date) && (!date.Parts.IsDefaultOrEmpty || !string.IsNullOrEmpty(date.Literal)) ? date : null;

    /// <returns>The list itself where every name in it is in order.</returns>
    private static Name[] Parse(ImmutableArray<Name> names)
    {
        if (names.IsDefaultOrEmpty)
        {
            return [];
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (!NameParticles.HasText(names[i]) || !ReferenceEquals(NameParticles.Parse(names[i]), names[i]))
            {
                return [.. names.Where(NameParticles.HasText).Select(NameParticles.Parse)];
            }
        }

        return ImmutableCollectionsMarshal.AsArray(names)!;
    }
}
