using System.Collections.Immutable;

namespace StaticSite.Citations.Csl.Style;

internal sealed record NamesLabel(TermForm Form, Plural Plural, Formatting Format);

internal sealed record EtAl(string Term, Formatting Format);

/// <summary>cs:name with its name-parts.</summary>
internal sealed record NameElement(NameOptions Options, Formatting Format, Formatting Family, Formatting Given)
{
    public static readonly NameElement Default = new(NameOptions.Empty, Formatting.None, Formatting.None, Formatting.None);
}

internal sealed class NamesElement(Formatting format, ImmutableArray<string> variables) : Element(format)
{
    public ImmutableArray<string> Variables { get; } = variables;

    /// <summary>Null where the element has no cs:name; within cs:substitute the outer one's is used then.</summary>
    public NameElement? Name { get; init; }
    public EtAl? EtAl { get; init; }
    public NamesLabel? Label { get; init; }
    public bool LabelBefore { get; init; }
    public string? Delimiter { get; init; }
    public ImmutableArray<Element> Substitute { get; init; } = [];
}
