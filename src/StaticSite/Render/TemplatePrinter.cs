using System.Collections.Immutable;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>What names are looked up in, and where in a list it stands.</summary>
internal sealed class TemplateFrame(object? value, TemplateFrame? parent)
{
    public object? Value { get; private set; } = value;

    public TemplateFrame? Parent => parent;

    public int Index { get; private set; }

    public bool IsLast { get; private set; }

    /// <summary>The same frame sees one element of a list after the other: nobody holds it for longer.</summary>
    public void Show(object? value, int index, bool isLast) => (Value, Index, IsLast) = (value, index, isLast);
}

/// <summary>What a partial surrounds.</summary>
/// <param name="Outer">What is surrounded where the block itself stands.</param>
internal sealed record TemplateBlock(ImmutableArray<TemplateStep> Steps, TemplateFrame Frame, TemplateBlock? Outer);

/// <summary>Prints one document.</summary>
internal sealed class TemplatePrinter(
    TextBuffer text, DocumentView root, LanguageStrings strings, Func<string, string> asset, IReadOnlyDictionary<string, TemplateProgram> partials)
{
    /// <summary>Deeper than any table of contents; a partial that calls itself without end has to stop somewhere.</summary>
    private const int DeepestPartial = 100;

    private int _depth;

    public TextBuffer Text => text;

    public DocumentView Root => root;

    public LanguageStrings Strings => strings;

    /// <summary>The address of an asset of the theme.</summary>
    public string Asset(string path) => asset(path);

    public IReadOnlyDictionary<string, TemplateProgram> Partials => partials;

    public TemplateBlock? Block { get; set; }

    /// <summary>Why the document is not complete; null where it is.</summary>
    public string? Failure { get; private set; }

    public void Fail(string reason) => Failure ??= reason;

    public void Print(ImmutableArray<TemplateStep> steps, TemplateFrame frame)
    {
        foreach (var step in steps)
        {
            step.Print(this, frame);
        }
    }

    public void PrintNested(string name, ImmutableArray<TemplateStep> steps, TemplateFrame frame, string? indent)
    {
        if (_depth == DeepestPartial)
        {
            Fail($"the partial '{name}' is inside of more than {DeepestPartial} others");
        }

        // Partials that call themselves twice would otherwise go on for ever, one level below the limit.
        if (Failure is not null)
        {
            return;
        }

        var start = text.Text.Length;
        _depth++;
        Print(steps, frame);
        _depth--;
        if (indent is not null)
        {
            text.Indent(start, indent);
        }
    }
}
