using System.Collections.Immutable;
using StaticSite.Citations.Csl.Names;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>An item within one document: its data made ready, its number, and what tells it from the others.</summary>
internal sealed class Work
{
    private readonly Dictionary<string, ImmutableArray<Name>> _names;
    private readonly Dictionary<string, string> _fields;
    private readonly Dictionary<string, ItemDate> _dates;

    public Work(Item item, int index)
    {
        item = NoteFields.Expand(item);
        (Item, Index) = (item, index);
        _fields = new(item.Fields.Count, StringComparer.Ordinal);
        foreach (var (variable, value) in item.Fields)
        {
            if (!string.IsNullOrEmpty(value))
            {
                _fields.Add(variable, value);
            }
        }

        _dates = new(item.Dates.Count, StringComparer.Ordinal);
        foreach (var (variable, date) in item.Dates)
        {
            if (!date.Parts.IsDefaultOrEmpty || !string.IsNullOrEmpty(date.Literal))
            {
                _dates.Add(variable, date);
            }
        }

        _names = new(item.Names.Count, StringComparer.Ordinal);
        foreach (var (variable, names) in item.Names)
        {
            var parsed = names.IsDefault ? [] : names.Where(NameParticles.HasText).Select(NameParticles.Parse).ToImmutableArray();
            if (parsed.Length > 0)
            {
                _names.Add(variable, parsed);
            }
        }
    }

    public Item Item { get; }

    /// <summary>The place among the items of the document, in the order that the caller gave.</summary>
    public int Index { get; }

    public int Number { get; set; }

    /// <summary>The note of the first citation; 0 before it.</summary>
    public int FirstNote { get; set; }

    public Distinction Distinction { get; set; } = Distinction.None;

    public string CitationLabel => field ??= CitationLabels.Of(Item);

    public ImmutableArray<Name> Names(string variable) => _names.TryGetValue(variable, out var names) ? names : [];

    public IEnumerable<Name> AllNames => _names.Values.SelectMany(names => names);

    public ItemDate? Date(string variable) => _dates.GetValueOrDefault(variable);

    public string? Field(string variable) => _fields.GetValueOrDefault(variable);
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
