using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Citations.Csl.Dates;
using StaticSite.Citations.Csl.Numbers;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>Of the date that is being rendered.</summary>
    private string _dateDelimiter = "";

    private Node? Date(DateElement element)
    {
        var date = IsSuppressed(element.Variable) || (_context.Trial is not null && element.Variable == "accessed") ? null : _work.Date(element.Variable);
        if (date is null)
        {
            Count(false);
            return null;
        }

        if (_context.IsSort)
        {
            Count(true);
            return _nodes.Text(DateValue.SortKey(date, element));
        }

        var node = date.Parts.IsDefaultOrEmpty || !string.IsNullOrEmpty(date.Literal) ? LiteralDate(date, element) : StructuredDate(date, element);
        Count(node is not null);
        if (node is null)
        {
            return null;
        }

        Suppress(element.Variable);
        return node;
    }

    private Node LiteralDate(ItemDate date, DateElement element) =>
        Format(YearNode(date.Literal ?? "", Rich(date.Literal ?? "")), element.Format);

    private Node? StructuredDate(ItemDate date, DateElement element)
    {
        element = element.Form == DateForm.None ? element : _context.Locale.Localize(element);
        _dateDelimiter = element.Delimiter;
        var (from, to) = (DateValue.FromOrNull(date, 0) ?? default, DateValue.FromOrNull(date, 1));
        var node = to is { } end ? RangeNode(element.DateParts, from, end) : PartNodes(element.DateParts.AsSpan(), from, Trim.None);
        return node.Children.Count == 0 ? null : Format(node, element.Format);
    }

    [Flags]
    private enum Trim : byte { None = 0, FirstPrefix = 1, LastSuffix = 2 }

    private GroupNode PartNodes(ReadOnlySpan<DatePart> parts, DateValue value, Trim trim)
    {
        var group = _nodes.Group(_dateDelimiter);
        GroupNode? last = null;
        foreach (var part in parts)
        {
            if (PartNode(part, value) is not { } content)
            {
                continue;
            }

            var format = group.Children.Count == 0 && (trim & Trim.FirstPrefix) != 0 ? part.Format with { Prefix = "" } : part.Format;
            var node = Format(content, format);
            last = node as GroupNode;
            group.Children.Add(node);
        }

        if (last is not null && (trim & Trim.LastSuffix) != 0)
        {
            last.Suffix = "";
        }

        return group;
    }

    /// <summary>What both ends share is printed once, before or after the two that differ.</summary>
    private GroupNode RangeNode(ImmutableArray<DatePart> parts, DateValue from, DateValue to)
    {
        var largest = parts.Select(part => part.Name).Order().Cast<DatePartName?>().FirstOrDefault(name => from.Part(name!.Value) != to.Part(name.Value));
        if (largest is not { } differs)
        {
            return _nodes.Around(PartNodes(parts.AsSpan(), from, Trim.None));
        }

        var first = parts.ToList().FindIndex(part => part.Name >= differs);
        var end = parts.ToList().FindLastIndex(part => part.Name >= differs) + 1;
        var groups = _nodes.Group(_dateDelimiter);
        Add(PartNodes(parts.AsSpan()[..first], from, Trim.None));
        var both = _nodes.Around(PartNodes(parts.AsSpan()[first..end], from, Trim.LastSuffix));
        both.Children.Add(_nodes.Text(parts.First(part => part.Name == differs).RangeDelimiter ?? "\u2013"));
        both.Children.Add(PartNodes(parts.AsSpan()[first..end], to, Trim.FirstPrefix));
        groups.Children.Add(both);
        Add(PartNodes(parts.AsSpan()[end..], from, Trim.None));
        return _nodes.Around(groups);

        void Add(GroupNode nodes)
        {
            if (nodes.Children.Count > 0)
            {
                groups.Children.Add(nodes);
            }
        }
    }

    private Node? PartNode(DatePart part, DateValue value) => part.Name switch
    {
        DatePartName.Year => Year(part, value),
        DatePartName.Month => Month(part, value),
        _ => Day(part, value),
    };

    private Node? Year(DatePart part, DateValue value)
    {
        if (value.Year is not { } year || year == 0)
        {
            return null;
        }

        var digits = Math.Abs((long)year).ToString(CultureInfo.InvariantCulture);
        var shown = part.Form == DatePartForm.Short && year is > 999 and < 10000 ? digits[2..] : digits;
        var era = year < 0 ? Era("bc") : year < 1000 ? Era("ad") : "";
        return YearNode(digits, _nodes.Text(shown + era));
    }

    /// <summary>With the suffix that tells works of one year apart.</summary>
    private Node YearNode(string year, Node shown)
    {
        var suffix = YearSuffix();
        if (suffix is null && !_marksParts)
        {
            return shown;
        }

        var node = _nodes.Tagged(new YearTag(year), shown);
        if (suffix is not null)
        {
            node.Children.Add(suffix);
        }

        return node;
    }

    private string Era(string name) => _context.Locale.Find(name, TermForm.Long)?.Single is { Length: > 0 } term
        ? (_dateDelimiter.Length > 0 || term[0] is ' ' or '\u00A0' or >= '\u2E80' ? "" : " ") + term
        : "";

    private TextNode? Month(DatePart part, DateValue value)
    {
        if (value.Season is { } season)
        {
            return _context.Locale.Find($"season-0{season}", TermForm.Long)?.Single is { } name ? _nodes.Text(name) : null;
        }

        if (value.Month is not { } month)
        {
            return null;
        }

        var text = part.Form switch
        {
            DatePartForm.Numeric => month.ToString(CultureInfo.InvariantCulture),
            DatePartForm.NumericLeadingZeros => month.ToString("D2", CultureInfo.InvariantCulture),
            DatePartForm.Short => MonthTerm(month, TermForm.Short),
            _ => MonthTerm(month, TermForm.Long),
        };
        return text is { Length: > 0 } ? _nodes.Text(text) : null;
    }

    private string? MonthTerm(int month, TermForm form) =>
        _context.Locale.Find(string.Create(CultureInfo.InvariantCulture, $"month-{month:D2}"), form)?.Single;

    private TextNode? Day(DatePart part, DateValue value)
    {
        if (value.Day is not { } day)
        {
            return null;
        }

        return _nodes.Text(part.Form switch
        {
            DatePartForm.NumericLeadingZeros => day.ToString("D2", CultureInfo.InvariantCulture),
            DatePartForm.Ordinal when day == 1 || !_context.Locale.LimitDayOrdinalsToDay1 =>
                Ordinals.Ordinal(day, string.Create(CultureInfo.InvariantCulture, $"month-{value.Month ?? 0:D2}"), _context.Locale),
            _ => day.ToString(CultureInfo.InvariantCulture),
        });
    }
}
