using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Citations.Csl.Names;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

internal sealed partial class Evaluator
{
    private Node? Names(NamesElement written)
    {
        var element = _substituteFor is null ? written : Inherit(written, _substituteFor);
        if (element.Variables is not [var variable])
        {
            return NamesOfSeveral(element);
        }

        var hasNames = HasNames(variable);
        Count(hasNames);
        if (!hasNames)
        {
            return Substitute(element);
        }

        var (options, names) = (Options(element), _work.Names(variable));
        if (options.Form == NameForm.Count)
        {
            return NameCount(element, new NameList(options, names.Length, _context, 0).Shown);
        }

        var list = NamesOf(element, options, variable, names);
        Suppress(variable);
        return Format(list, element.Format);
    }

    private Node? NamesOfSeveral(NamesElement element)
    {
        var lists = new List<(string Variable, ImmutableArray<Name> Names)>();
        foreach (var variable in element.Variables)
        {
            var hasNames = HasNames(variable);
            Count(hasNames);
            if (hasNames)
            {
                lists.Add((variable, _work.Names(variable)));
            }
        }

        return lists.Count == 0 ? Substitute(element) : NamesOf(element, Merge(element, lists));
    }

    private bool HasNames(string variable) => !IsSuppressed(variable) && !_work.Names(variable).IsEmpty;

    /// <summary>Within cs:substitute a bare cs:names looks like the one that it stands in for.</summary>
    private static NamesElement Inherit(NamesElement element, NamesElement outer) => new(element.Format, element.Variables)
    {
        Name = element.Name ?? outer.Name,
        EtAl = element.EtAl ?? outer.EtAl,
        Label = element.Label ?? outer.Label,
        LabelBefore = element.Label is null ? outer.LabelBefore : element.LabelBefore,
        Delimiter = element.Delimiter ?? outer.Delimiter,
        Substitute = [],
    };

    private Node? Substitute(NamesElement element)
    {
        if (element.Substitute.IsEmpty || _substituteFor is not null)
        {
            return null;
        }

        var changes = _changesText;
        (_substituteFor, _changesText) = (element, changes || element.Format.ChangesText);
        var found = FirstOf(element.Substitute);
        (_substituteFor, _changesText) = (null, changes);
        if (found is null)
        {
            return null;
        }

        var isMarked = !_marksParts || Nodes.First<NamesTag>(found) is not null;
        return Format(isMarked ? found : _nodes.Tagged(new NamesTag(element.Variables[0], [], -1), found), element.Format);
    }

    private Node? FirstOf(ImmutableArray<Element> elements)
    {
        foreach (var element in elements)
        {
            if (element is TermText term && _context.Locale.Find(term.Term, term.Form)?.Text(term.IsPlural) is "")
            {
                return null;
            }

            if (Evaluate(element) is { } node)
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>One list in place of two where the same persons edited and translated.</summary>
    private List<(string Variable, ImmutableArray<Name> Names)> Merge(NamesElement element, List<(string Variable, ImmutableArray<Name> Names)> lists)
    {
        var editor = lists.FindIndex(list => list.Variable == "editor");
        var translator = lists.FindIndex(list => list.Variable == "translator");
        if (editor < 0 || translator < 0 || !lists[editor].Names.SequenceEqual(lists[translator].Names)
            || _context.Locale.Find("editortranslator", element.Label?.Form ?? TermForm.Long) is not { Single.Length: > 0 })
        {
            return lists;
        }

        Suppress("editor");
        Suppress("translator");
        lists[Math.Min(editor, translator)] = ("editortranslator", lists[editor].Names);
        lists.RemoveAt(Math.Max(editor, translator));
        return lists;
    }

    private Node NamesOf(NamesElement element, List<(string Variable, ImmutableArray<Name> Names)> lists)
    {
        var options = Options(element);
        if (options.Form == NameForm.Count)
        {
            return NameCount(element, lists.Sum(list => new NameList(options, list.Names.Length, _context, 0).Shown));
        }

        var group = _nodes.Group(element.Delimiter ?? options.NamesDelimiter ?? "");
        foreach (var (variable, names) in lists)
        {
            group.Children.Add(NamesOf(element, options, variable, names));
            Suppress(variable);
        }

        return Format(group, element.Format);
    }

    private Node NameCount(NamesElement element, int count) =>
        Format(_nodes.Text(count.ToString(_context.IsSort ? "D6" : "D", CultureInfo.InvariantCulture)), element.Format);

    private readonly Dictionary<NameOptions, NameOptions> _merged = new(ReferenceEqualityComparer.Instance);
    private Area? _mergedFor;

    /// <summary>An element's name options over those of the citation or bibliography and of the style; put together once.</summary>
    private NameOptions Merged(NameOptions own)
    {
        if (!ReferenceEquals(_mergedFor, _context.Area))
        {
            _merged.Clear();
            _mergedFor = _context.Area;
        }

        if (!_merged.TryGetValue(own, out var merged))
        {
            _merged.Add(own, merged = own.Over(_context.Area.Names).Over(_style.Options.Names));
        }

        return merged;
    }

    private NameOptions Options(NamesElement element)
    {
        var options = Merged(element.Name?.Options ?? NameOptions.Empty);
        if (_context.SortKey is not { } key)
        {
            return options;
        }

        return key.Names.Over(options) with { NameAsSortOrder = SortOrder.All };
    }

    private GroupNode NamesOf(NamesElement element, NameOptions options, string variable, ImmutableArray<Name> names)
    {
        var index = _namesElements++;
        var name = element.Name ?? NameElement.Default;
        var list = new NameList(options, names.Length, _context, Distinction.NameCount(index));
        var joiner = new NameJoiner(options, list, _context, _nodes);
        var group = _nodes.Group();
        group.Tag = _marksParts ? new NamesTag(variable, names, index) : null;
        _persons.Begin(name, _context.Locale.Quotes, !_changesText && !element.Format.ChangesText && !name.Format.ChangesText);
        for (var i = 0; i < names.Length; i++)
        {
            if (i < list.First || (list.ShowsLast && i == names.Length - 1))
            {
                var person = Format(_persons.Format(names[i], Person(options, i, Distinction.GivenName(index, i))), name.Format);
                joiner.Add(group.Children, _marksParts ? _nodes.Tagged(new NameTag(names[i]), person) : person, list.Shown, names);
            }
        }

        if (EtAlNode(element, list) is { } etAl)
        {
            joiner.AddEtAl(group.Children, etAl, names, name.Format);
        }

        return Labelled(element, group, variable, names.Length);
    }

    private PersonForm Person(NameOptions options, int index, int level)
    {
        var order = options.NameAsSortOrder ?? SortOrder.None;
        return new(
            IsShort: options.Form == NameForm.Short && level == 0,
            IsInverted: order == SortOrder.All || (order == SortOrder.First && index == 0),
            IsSort: _context.IsSort,
            options.InitializeWith is { } with && level < 2 ? with : null,
            options.Initialize ?? true,
            options.SortSeparator ?? ", ");
    }

    private Node? EtAlNode(NamesElement element, NameList list)
    {
        if (!list.IsCut || list.ShowsLast || _context.IsSort)
        {
            return null;
        }

        var text = _context.Locale.Find(element.EtAl?.Term ?? "et-al", TermForm.Long)?.Single ?? "";
        return text.Length == 0 ? null : Format(_nodes.Text(text), element.EtAl?.Format ?? Formatting.None);
    }

    private GroupNode Labelled(NamesElement element, GroupNode names, string variable, int count)
    {
        if (element.Label is not { } label || _context.IsSort)
        {
            return names;
        }

        var plural = label.Plural == Plural.Always || (label.Plural == Plural.Contextual && count > 1);
        if (_context.Locale.Find(variable, label.Form)?.Text(plural) is not { Length: > 0 } text)
        {
            return names;
        }

        var node = Format(_nodes.Text(text), label.Format);
        var labelled = _nodes.Around(element.LabelBefore ? node : names);
        labelled.Children.Add(element.LabelBefore ? names : node);
        return labelled;
    }
}
