using System.Collections.Immutable;
using StaticSite.Citations.Csl.Names;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>
/// Renders one work by the elements of a style. One evaluator serves one work after the other; what it makes lasts until the
/// pool of its parts is cleared.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly CslStyle _style;
    private readonly NodePool _nodes;
    private readonly PersonFormatter _persons;

    /// <summary>The parts of the groups that are being rendered, those of the innermost last.</summary>
    private readonly NodeList _open = [];

    private CiteContext _context = null!;
    private Work _work = null!;

    /// <summary>Variables that a cs:substitute has printed; they are not printed a second time.</summary>
    private HashSet<string>? _suppressed;

    /// <summary>The cs:names whose cs:substitute is being tried.</summary>
    private NamesElement? _substituteFor;
    private bool _yearSuffixPrinted;
    private int _namesElements;

    /// <summary>An element around the one at hand changes case or takes full stops away.</summary>
    private bool _changesText;

    /// <summary>Whether names, years and terms are marked as what they are: in lists that replace no author nobody asks.</summary>
    private bool _marksParts;

    /// <summary>How many variables were called, and how many of them had a value: a group of empty variables vanishes.</summary>
    private int _called;
    private int _filled;

    public Evaluator(CslStyle style, NodePool nodes)
    {
        (_style, _nodes) = (style, nodes);
        _persons = new(style.Options, nodes, Format);
    }

    private Distinction Distinction => _context.Trial ?? _work.Distinction;

    public GroupNode? Render(Work work, CiteContext context, ImmutableArray<Element> elements)
    {
        (_work, _context) = (work, context);
        (_suppressed, _substituteFor, _yearSuffixPrinted, _namesElements) = (null, null, false, 0);
        (_called, _filled, _changesText) = (0, 0, false);
        _open.Clear();
        _marksParts = !context.Area.IsBibliography || _style.BibliographyOptions.SubsequentAuthorSubstitute is not null;
        AddAll(elements);
        if (_open.Count == 0)
        {
            return null;
        }

        var group = _nodes.Group();
        group.Children.MoveFrom(_open, 0);
        return group;
    }

    /// <summary>What they print is added to <see cref="_open"/>.</summary>
    private void AddAll(ImmutableArray<Element> elements)
    {
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i] is ChooseElement choose)
            {
                AddAll(Choose(choose));
            }
            else if (Evaluate(elements[i]) is { } node)
            {
                _open.Add(node);
            }
        }
    }

    /// <returns>Null where nothing is printed.</returns>
    private Node? Evaluate(Element element) => element switch
    {
        VariableText text => Filled(Variable(text)),
        MacroText macro => Grouped(macro.Macro.Children, "", macro.Format),
        GroupElement group => Grouped(group.Children, group.Delimiter, group.Format),
        TermText term => Filled(TermOf(term)),
        ValueText value => Filled(Format(Rich(value.Value), value.Format)),
        NamesElement names => Filled(Names(names)),
        DateElement date => Filled(Date(date)),
        NumberElement number => Filled(Number(number)),
        LabelElement label => Filled(Label(label)),
        ChooseElement choose => Evaluate(Choose(choose)),
        _ => null,
    };

    private static Node? Filled(Node? node) => node is { IsEmpty: false } ? node : null;

    private Node? Evaluate(ImmutableArray<Element> elements)
    {
        var start = _open.Count;
        AddAll(elements);
        return _open.Count == start ? null : Close(start, "", Formatting.None);
    }

    /// <summary>A group that calls variables and finds all of them empty vanishes, with its terms and values. A macro is a group, too.</summary>
    private Node? Grouped(ImmutableArray<Element> elements, string delimiter, Formatting format)
    {
        var (outerCalled, outerFilled, outerChanges, start) = (_called, _filled, _changesText, _open.Count);
        (_called, _filled, _changesText) = (0, 0, outerChanges || format.ChangesText);
        AddAll(elements);
        var vanishes = _open.Count == start || (_called > 0 && _filled == 0);
        _called = outerCalled + (_called > 0 || !vanishes ? 1 : 0);
        _filled = outerFilled + (vanishes ? 0 : 1);
        _changesText = outerChanges;
        if (!vanishes)
        {
            return Close(start, delimiter, format);
        }

        _open.CutTo(start);
        return null;
    }

    /// <summary>The parts from <paramref name="start"/> on as one. A group of one is that one. Null where nothing but full stops was in it and these are taken away.</summary>
    private Node? Close(int start, string delimiter, Formatting format)
    {
        if (_open.Count - start == 1)
        {
            var only = _open[start];
            _open.CutTo(start);
            return Kept(Format(only, format));
        }

        var group = _nodes.Group(delimiter);
        group.Children.MoveFrom(_open, start);
        if (!format.IsNone)
        {
            ChangeText(group, format);
            Dress(group, format);
        }

        return Kept(group);

        Node? Kept(Node node) => format.StripPeriods ? Filled(node) : node;
    }

    private Node? TermOf(TermText element)
    {
        if (_context.Locale.Find(element.Term, element.Form)?.Text(element.IsPlural) is not { Length: > 0 } text)
        {
            return null;
        }

        Node node = _nodes.Text(text);
        return Format(_marksParts ? _nodes.Tagged(TermTag.Instance, node) : node, element.Format);
    }

    /// <summary>The suffix that tells works of one year apart, once, at the first date; null where there is none to print here.</summary>
    private GroupNode? YearSuffix()
    {
        if (Distinction.YearSuffix == 0 || _yearSuffixPrinted || _style.UsesYearSuffixVariable || _context.IsSort)
        {
            return null;
        }

        _yearSuffixPrinted = true;
        return YearSuffixNode();
    }

    private GroupNode YearSuffixNode() =>
        _nodes.Tagged(new YearSuffixTag(Distinction.YearSuffix), _nodes.Text(Numbers.Letters.Of(Distinction.YearSuffix)));

    /// <summary>A text that may have markup.</summary>
    private Node Rich(string text) =>
        RichTextParser.IsPlain(text, _context.Locale.Quotes) ? _nodes.Text(text) : RichTextParser.Parse(text, _context.Locale.Quotes);

    private Node Format(Node content, Formatting format)
    {
        if (format.IsNone)
        {
            return content;
        }

        ChangeText(content, format);
        return Dress(_nodes.Around(content), format);
    }

    private void ChangeText(Node content, Formatting format)
    {
        if (format.StripPeriods)
        {
            StripPeriods(content);
        }

        if (format.TextCase != TextCase.Unset && (format.TextCase != TextCase.Title || IsEnglish()))
        {
            TextCases.Apply(content, format.TextCase, Language());
        }
    }

    private GroupNode Dress(GroupNode group, Formatting format)
    {
        (group.Prefix, group.Suffix) = (format.Prefix, format.Suffix);
        if (!_context.IsSort)
        {
            (group.Font, group.Display, group.IsQuoted) = (format.Font, format.Display, format.Quotes);
        }

        return group;
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

    private bool IsEnglish() => Locales.LanguageTag.IsOf(Language().AsSpan().Trim(), "en");

    private bool IsSuppressed(string variable) => _suppressed?.Contains(variable) == true;

    private void Suppress(string variable)
    {
        if (_substituteFor is not null)
        {
            (_suppressed ??= new(StringComparer.Ordinal)).Add(variable);
        }
    }

    private void Count(bool filled)
    {
        _called++;
        _filled += filled ? 1 : 0;
    }
}
