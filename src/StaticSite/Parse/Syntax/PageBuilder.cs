using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Html;
using StaticSite.Parse.Syntax.Headings;

namespace StaticSite.Parse.Syntax;

/// <summary>What one page's features gather while it is parsed. Markdig counts from the start of the body; <see cref="Span(int, int)"/> makes that a place in the file.</summary>
/// <param name="fixedPlace">For a text of a YAML file, whose offsets are not those of the file: the place of all messages.</param>
internal sealed class PageBuilder(SourceFile file, int bodyStart, SourceSpan? fixedPlace)
{
    private readonly Dictionary<string, SourceSpan> _explicitIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _generated = new(StringComparer.Ordinal);
    private int _figures;
    private int _tables;

    /// <summary>A short text without figures, citations and slots.</summary>
    public bool IsFragment { get; } = fixedPlace is not null;

    /// <summary>The body's source.</summary>
    public ReadOnlySpan<char> Source => file.Text.AsSpan(bodyStart);

    public ImmutableArray<Diagnostic>.Builder Diagnostics { get; } = ImmutableArray.CreateBuilder<Diagnostic>();

    public ImmutableArray<Slot>.Builder Slots { get; } = ImmutableArray.CreateBuilder<Slot>();

    public ImmutableArray<Heading>.Builder Headings { get; } = ImmutableArray.CreateBuilder<Heading>();

    public ImmutableArray<Numbered>.Builder Numbered { get; } = ImmutableArray.CreateBuilder<Numbered>();

    public ImmutableHashSet<string>.Builder Anchors { get; } = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);

    /// <summary>The headings of the text itself, not those in its boxes and quotes.</summary>
    public List<SectionHeading> SectionHeadings { get; } = [];

    public Outline Outline { get; } = new();

    public SourceSpan Span(int start, int length) => fixedPlace ?? file.Span(bodyStart + start, length);

    /// <summary>Markdig's spans are inclusive at the end.</summary>
    public SourceSpan Span(Markdig.Syntax.SourceSpan span) => Span(span.Start, Math.Max(0, span.Length));

    public void Report(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);

    /// <summary>Takes an id that the author wrote; false, and reported, where the page has it already.</summary>
    public bool TryClaimId(string id, SourceSpan where)
    {
        if (Anchors.Add(HtmlText.WithoutMarks(id)))
        {
            _explicitIds.Add(id, where);
            return true;
        }

        Report(ParseDiagnostics.DuplicateId(id, where, _explicitIds.TryGetValue(id, out var first) ? first : null));
        return false;
    }

    /// <summary>A generated id, made unique by a number.</summary>
    public string CreateId(string wanted)
    {
        if (Anchors.Add(wanted))
        {
            return wanted;
        }

        var count = _generated.GetValueOrDefault(wanted, 1);
        string id;
        do
        {
            count++;
            id = $"{wanted}-{count}";
        }
        while (!Anchors.Add(id));

        _generated[wanted] = count;
        return id;
    }

    /// <summary>The number of the next figure or table, from 1.</summary>
    public int NextNumber(CrossReferenceKind kind) => kind == CrossReferenceKind.Figure ? ++_figures : ++_tables;
}
