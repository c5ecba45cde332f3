using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>What a template does, one step after the other.</summary>
internal sealed record TemplateProgram(SourceFile File, ImmutableArray<TemplateStep> Steps);

/// <summary>A theme's templates and partials, each by its name.</summary>
internal sealed record TemplatePrograms(
    IReadOnlyDictionary<string, TemplateProgram> Templates, IReadOnlyDictionary<string, TemplateProgram> Partials, ImmutableArray<Diagnostic> Diagnostics)
{
    public static TemplatePrograms None { get; } = new(ImmutableDictionary<string, TemplateProgram>.Empty, ImmutableDictionary<string, TemplateProgram>.Empty, []);
}

internal abstract class TemplateStep
{
    public abstract void Print(TemplatePrinter printer, TemplateFrame frame);
}

/// <summary>What stands between the tags.</summary>
internal sealed class TextStep(string text) : TemplateStep
{
    public override void Print(TemplatePrinter printer, TemplateFrame frame) => printer.Text.Write(text);
}

/// <summary><c>{{x}}</c>, <c>{{{x}}}</c></summary>
internal sealed class PrintStep(TemplateValue value, bool isEscaped) : TemplateStep
{
    public override void Print(TemplatePrinter printer, TemplateFrame frame)
    {
        var text = TemplateValue.Text(value.Find(printer, frame));
        if (isEscaped)
        {
            Html.Write(text, printer.Text);
        }
        else
        {
            printer.Text.Write(text);
        }
    }
}

/// <summary><c>{{#if x}}</c>, <c>{{else if x}}</c>, <c>{{#unless x}}</c></summary>
internal sealed class IfStep(TemplateValue condition, ImmutableArray<TemplateStep> body, ImmutableArray<TemplateStep> otherwise) : TemplateStep
{
    public override void Print(TemplatePrinter printer, TemplateFrame frame) =>
        printer.Print(TemplateValue.IsTrue(condition.Find(printer, frame)) ? body : otherwise, frame);
}

/// <summary><c>{{#each x}}</c></summary>
internal sealed class EachStep(TemplateValue list, ImmutableArray<TemplateStep> body, ImmutableArray<TemplateStep> otherwise) : TemplateStep
{
    public override void Print(TemplatePrinter printer, TemplateFrame frame)
    {
        if (list.Find(printer, frame) is not object?[] { Length: > 0 } elements)
        {
            printer.Print(otherwise, frame);
            return;
        }

        var element = new TemplateFrame(null, frame);
        for (var i = 0; i < elements.Length; i++)
        {
            element.Show(elements[i], i, i == elements.Length - 1);
            printer.Print(body, element);
        }
    }
}

/// <summary><c>{{#with x}}</c></summary>
internal sealed class WithStep(TemplateValue thing, ImmutableArray<TemplateStep> body, ImmutableArray<TemplateStep> otherwise) : TemplateStep
{
    public override void Print(TemplatePrinter printer, TemplateFrame frame)
    {
        if (thing.Find(printer, frame) is { } found)
        {
            printer.Print(body, new TemplateFrame(found, frame));
        }
        else
        {
            printer.Print(otherwise, frame);
        }
    }
}

/// <summary><c>{{> card}}</c>, <c>{{> card x}}</c>, <c>{{#> layout}}</c></summary>
/// <param name="name">Of the partial.</param>
/// <param name="thing">What the partial sees.</param>
/// <param name="block">What the partial surrounds.</param>
/// <param name="indent">The blanks before a tag that stands alone on its line: they go before every line of the partial.</param>
internal sealed class PartialStep(string name, TemplateValue thing, ImmutableArray<TemplateStep>? block, string? indent) : TemplateStep
{
    public override void Print(TemplatePrinter printer, TemplateFrame frame)
    {
        var outer = printer.Block;
        if (block is { } surrounded)
        {
            printer.Block = new(surrounded, frame, outer);
        }

        printer.PrintNested(name, printer.Partials[name].Steps, new TemplateFrame(thing.Find(printer, frame), frame), indent);
        printer.Block = outer;
    }
}

/// <summary><c>{{> @partial-block}}</c>: prints what the partial surrounds, which sees what stands around it and not what the partial sees.</summary>
internal sealed class BlockStep(string? indent) : TemplateStep
{
    public override void Print(TemplatePrinter printer, TemplateFrame frame)
    {
        if (printer.Block is not { } block)
        {
            printer.Fail("it prints @partial-block, but surrounds nothing");
            return;
        }

        printer.Block = block.Outer;
        printer.PrintNested("@partial-block", block.Steps, block.Frame, indent);
        printer.Block = block;
    }
}
