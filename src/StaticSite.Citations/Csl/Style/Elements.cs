using System.Collections.Immutable;

namespace StaticSite.Citations.Csl.Style;

internal enum TermForm : byte { Long, Short, Verb, VerbShort, Symbol }

internal enum NumberForm : byte { Numeric, Ordinal, LongOrdinal, Roman }

internal enum Plural : byte { Contextual, Always, Never }

internal enum DatePartName : byte { Year, Month, Day }

internal enum DateForm : byte { None, Text, Numeric }

internal enum DateParts : byte { YearMonthDay, YearMonth, Year }

internal enum DatePartForm : byte { Default, Long, Short, Numeric, NumericLeadingZeros, Ordinal }

/// <summary>A rendering element of a style. Elements are shared by all documents and never change.</summary>
internal abstract class Element(Formatting format)
{
    public Formatting Format { get; } = format;
}

internal sealed class VariableText(Formatting format, string variable, bool isShort) : Element(format)
{
    public string Variable { get; } = variable;
    public bool IsShort { get; } = isShort;
    public string ShortName { get; } = variable + "-short";
    public bool IsNumber { get; } = Evaluation.Variables.IsNumber(variable);
}

internal sealed class MacroText(Formatting format, Macro macro) : Element(format)
{
    public Macro Macro { get; } = macro;
}

internal sealed class TermText(Formatting format, string term, TermForm form, bool plural) : Element(format)
{
    public string Term { get; } = term;
    public TermForm Form { get; } = form;
    public bool IsPlural { get; } = plural;
}

internal sealed class ValueText(Formatting format, string value) : Element(format)
{
    public string Value { get; } = value;
}

internal sealed class NumberElement(Formatting format, string variable, NumberForm form) : Element(format)
{
    public string Variable { get; } = variable;
    public NumberForm Form { get; } = form;
}

internal sealed class LabelElement(Formatting format, string variable, TermForm form, Plural plural) : Element(format)
{
    public string Variable { get; } = variable;
    public TermForm Form { get; } = form;
    public Plural Plural { get; } = plural;
}

internal sealed record DatePart(DatePartName Name, DatePartForm Form, Formatting Format, string? RangeDelimiter);

internal sealed class DateElement(Formatting format, string variable, DateForm form) : Element(format)
{
    public string Variable { get; } = variable;
    public DateForm Form { get; } = form;
    public DateParts Parts { get; init; }
    public ImmutableArray<DatePart> DateParts { get; init; } = [];
    public string Delimiter { get; init; } = "";
}

internal sealed class GroupElement(Formatting format, string delimiter, ImmutableArray<Element> children) : Element(format)
{
    public string Delimiter { get; } = delimiter;
    public ImmutableArray<Element> Children { get; } = children;
}

internal sealed class ChooseElement(ImmutableArray<Branch> branches) : Element(Formatting.None)
{
    public ImmutableArray<Branch> Branches { get; } = branches;
}

internal enum MatchRule : byte { All, Any, None }

internal enum TestKind : byte { Disambiguate, IsNumeric, IsUncertainDate, Locator, Position, Type, Variable, Never }

internal sealed record Test(TestKind Kind, string Value);

/// <summary>One branch of cs:choose; an else branch has no tests.</summary>
internal sealed record Branch(MatchRule Match, ImmutableArray<Test> Tests, ImmutableArray<Element> Children);

/// <summary>A macro with its elements; known to be free of cycles once the style is compiled.</summary>
internal sealed class Macro(string name)
{
    public string Name { get; } = name;
    public ImmutableArray<Element> Children { get; set; } = [];
}
