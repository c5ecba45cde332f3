using System.Collections.Immutable;

namespace StaticSite.Citations;

/// <summary>A name as CSL has it: a person's parts, or a literal (an institution).</summary>
public sealed record Name(string? Family, string? Given, string? Literal = null)
{
    public string? Suffix { get; init; }
    public string? DroppingParticle { get; init; }
    public string? NonDroppingParticle { get; init; }

    /// <summary>The suffix is set off by a comma (<c>King, Jr.</c>).</summary>
    public bool HasCommaSuffix { get; init; }

    /// <summary>Family name first, always (<c>朱清毅</c>, <c>Mao Zedong</c>).</summary>
    public bool IsStaticOrdering { get; init; }

    /// <summary>The end of a list that names not everybody (BibTeX's <c>and others</c>): to be printed as et al., whatever the style's limits are.</summary>
    public static Name Others { get; } = new(null, null, "others");

    /// <summary>Whether this is <see cref="Others"/>; 等 at the end of a list says the same.</summary>
    public bool IsOthers => Literal is "others" or "等" or "et al." or "et al";
}

/// <summary>A date as CSL has it: up to two date-parts (year, month, day; the second is a range's end), or a literal.</summary>
public sealed record ItemDate(ImmutableArray<ImmutableArray<int>> Parts, string? Literal = null)
{
    /// <summary>1 spring, 2 summer, 3 autumn, 4 winter.</summary>
    public int? Season { get; init; }

    /// <summary>Approximate (<c>ca. 1850</c>).</summary>
    public bool IsCirca { get; init; }

    public int? Year => Parts.IsDefaultOrEmpty || Parts[0].IsDefaultOrEmpty ? null : Parts[0][0];
}

/// <summary>A cited work, as a CSL item (CSL 1.0.2, appendix IV). Variables are named as in CSL (<c>container-title</c>, <c>DOI</c>).</summary>
public sealed record Item(string Id, string Type)
{
    /// <summary>An entry given as one text, printed as it stands; the other variables may be empty then.</summary>
    public string? PlainText { get; init; }

    /// <summary>BCP 47, as the item says; null where it does not.</summary>
    public string? Language { get; init; }

    public VariableDictionary<string> Fields { get; init; } = ItemVariables.Empty<string>();
    public VariableDictionary<ImmutableArray<Name>> Names { get; init; } = ItemVariables.Empty<ImmutableArray<Name>>();
    public VariableDictionary<ItemDate> Dates { get; init; } = ItemVariables.Empty<ItemDate>();

    public string? Field(string name) => Fields.TryGetValue(name, out var value) ? value : null;
}
