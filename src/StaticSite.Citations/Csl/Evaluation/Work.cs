using System.Collections.Immutable;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>An item within one document: its data made ready, its number, and what tells it from the others.</summary>
internal sealed class Work
{
    private readonly ItemValues _values;

    public Work(Item item, int index)
    {
        Item = NoteFields.Expand(item);
        Index = index;
        _values = new(Item);
    }

    public Item Item { get; }

    /// <summary>The place among the items of the document, in the order that the caller gave.</summary>
    public int Index { get; }

    public int Number { get; set; }

    /// <summary>The note of the first citation; 0 before it.</summary>
    public int FirstNote { get; set; }

    public Distinction Distinction { get; set; } = Distinction.None;

    public string CitationLabel => field ??= CitationLabels.Of(Item);

    public ImmutableArray<Name> Names(string variable) => _values.Names(variable);

    public ItemDate? Date(string variable) => _values.Date(variable);

    public string? Field(string variable) => _values.Field(variable);
}

/// <summary>What a cite shows beyond its shortest form, so that no other work's cite looks the same.</summary>
internal sealed record Distinction
{
    public static readonly Distinction None = new();

    /// <summary>How many names the names element with this index shows at least; 0 for what the style says.</summary>
    public ImmutableArray<int> NameCounts { get; init; } = [];

    /// <summary>For each names element, how much of each given name is shown: 0 as the style says, 1 initials, 2 all.</summary>
    public ImmutableArray<ImmutableArray<int>> GivenNames { get; init; } = [];

    /// <summary>The condition <c>disambiguate</c> is true.</summary>
    public bool Condition { get; init; }

    /// <summary>1 for a, 2 for b; 0 for none.</summary>
    public int YearSuffix { get; init; }

    public int NameCount(int element) => element < NameCounts.Length ? NameCounts[element] : 0;

    public int GivenName(int element, int name) =>
        element < GivenNames.Length && name < GivenNames[element].Length ? GivenNames[element][name] : 0;
}
