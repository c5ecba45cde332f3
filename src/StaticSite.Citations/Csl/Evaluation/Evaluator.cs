using System.Collections.Immutable;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>Renders one work by the elements of a style. One evaluator serves one work at a time.</summary>
internal sealed partial class Evaluator(CslStyle style)
{
    private CiteContext _context = null!;
    private Work _work = null!;

    /// <summary>Variables that a cs:substitute has printed; they are not printed a second time.</summary>
    private HashSet<string>? _suppressed;

    /// <summary>The cs:names whose cs:substitute is being tried.</summary>
    private NamesElement? _substituteFor;
    private bool _yearSuffixPrinted;
    private int _namesElements;

    /// <summary>How many variables were called, and how many of them had a value: a group of empty variables vanishes.</summary>
    private (int Called, int Filled) _variables;

    private Distinction Distinction => _context.Trial ?? _work.Distinction;

    public Node? Render(Work work, CiteContext context, ImmutableArray<Element> elements, string delimiter = "")
    {
        (_work, _context) = (work, context);
        (_suppressed, _substituteFor, _yearSuffixPrinted, _namesElements, _variables) = (null, null, false, 0, default);
        var children = EvaluateAll(elements);
        return children.Count == 0 ? null : new GroupNode { Children = children, Delimiter = delimiter };
    }

    private List<Node> EvaluateAll(ImmutableArray<Element> elements)
    {
        var nodes = new List<Node>(elements.Length);
        AddAll(elements, nodes);
        return nodes;
    }

    private void AddAll(ImmutableArray<Element> elements, List<Node> nodes)
    {
        foreach (var element in elements)
        {
            if (element is ChooseElement choose)
            {
                AddAll(Choose(choose), nodes);
            }
            else if (Evaluate(element) is { IsEmpty: false } node)
            {
                nodes.Add(node);
            }
        }
    }

    private Node? Evaluate(Element element) => element switch
    {
        VariableText text => Variable(text),
        MacroText macro => Macro(macro),
        GroupElement group => Group(group),
        TermText term => TermOf(term),
        ValueText value => Format(RichTextParser.Parse(value.Value, _context.Locale.Quotes), value.Format),
        NamesElement names => Names(names),
        DateElement date => Date(date),
        NumberElement number => Number(number),
        LabelElement label => Label(label),
        ChooseElement choose => Join(EvaluateAll(Choose(choose)), ""),
        _ => null,
    };

    private static Node? Join(List<Node> nodes, string delimiter) => nodes.Count switch
    {
        0 => null,
        1 => nodes[0],
        _ => new GroupNode { Children = nodes, Delimiter = delimiter },
    };

    private Node? Macro(MacroText macro) => Grouped(macro.Macro.Children, "", macro.Format);

    private Node? Group(GroupElement group) => Grouped(group.Children, group.Delimiter, group.Format);

    /// <summary>A group that calls variables and finds all of them empty vanishes, with its terms and values. A macro is a group, too.</summary>
    private Node? Grouped(ImmutableArray<Element> elements, string delimiter, Formatting format)
    {
        var outer = _variables;
        _variables = default;
        var children = EvaluateAll(elements);
        var (called, filled) = _variables;
        var vanishes = children.Count == 0 || (called > 0 && filled == 0);
        _variables = (outer.Called + (called > 0 || !vanishes ? 1 : 0), outer.Filled + (vanishes ? 0 : 1));
        return vanishes ? null : Format(Join(children, delimiter)!, format);
    }

    private Node? TermOf(TermText element)
    {
        if (_context.Locale.Find(element.Term, element.Form)?.Text(element.IsPlural) is not { Length: > 0 } text)
        {
            return null;
        }

        return Format(GroupNode.Tagged(TermTag.Instance, new TextNode(text)), element.Format);
    }

    /// <summary>The suffix that tells works of one year apart, once, at the first date; null where there is none to print here.</summary>
    private GroupNode? YearSuffix()
    {
        if (Distinction.YearSuffix == 0 || _yearSuffixPrinted || style.UsesYearSuffixVariable || _context.IsSort)
        {
            return null;
        }

        _yearSuffixPrinted = true;
        return YearSuffixNode();
    }

    private GroupNode YearSuffixNode() =>
        GroupNode.Tagged(new YearSuffixTag(Distinction.YearSuffix), new TextNode(Numbers.Letters.Of(Distinction.YearSuffix)));

    private Node Format(Node content, Formatting format)
    {
        if (format.IsNone)
        {
            return content;
        }

        if (format.StripPeriods)
        {
            StripPeriods(content);
        }

        if (format.TextCase != TextCase.Unset && (format.TextCase != TextCase.Title || IsEnglish()))
        {
            TextCases.Apply(content, format.TextCase, Language());
        }

        return new GroupNode
        {
            Children = [content],
            Font = _context.IsSort ? default : format.Font,
            Prefix = format.Prefix,
            Suffix = format.Suffix,
            Display = _context.IsSort ? Display.Unset : format.Display,
            IsQuoted = format.Quotes && !_context.IsSort,
        };
    }

    private static void StripPeriods(Node content)
    {
        foreach (var node in Nodes.All(content))
        {
            if (node is TextNode text && text.Text.Contains('.', StringComparison.Ordinal))
            {
                text.Text = text.Text.Replace(".", "", StringComparison.Ordinal);
            }
        }
    }

    private string Language() => _work.Item.Language is { Length: > 0 } language ? language : _context.Locale.Language;

    private bool IsEnglish() => Locales.LanguageTag.Primary(Language().Trim()) == "en";

    private bool IsSuppressed(string variable) => _suppressed?.Contains(variable) == true;

    private void Suppress(string variable)
    {
        if (_substituteFor is not null)
        {
            (_suppressed ??= new(StringComparer.Ordinal)).Add(variable);
        }
    }

    private void Count(bool filled) => _variables = (_variables.Called + 1, _variables.Filled + (filled ? 1 : 0));
}
