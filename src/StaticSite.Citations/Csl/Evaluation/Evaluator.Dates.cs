using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Citations.Csl.Dates;
using StaticSite.Citations.Csl.Numbers;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

internal sealed partial class Evaluator
{
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
            return new TextNode(DateValue.SortKey(date, element));
        }

        var node = date.Parts.IsDefaultOrEmpty || !string.IsNullOrEmpty(date.Literal) ? LiteralDate(date, element) : StructuredDate(date, element);
        Count(node is not null);
        if (node is null)
        {
            return null;
        }

        Suppress(element.Variable);
        return GroupNode.Tagged(new DateTag(element.Variable), node);
    }

    private Node LiteralDate(ItemDate date, DateElement element)
    {
        var text = RichTextParser.Parse(date.Literal ?? "", _context.Locale.Quotes);
        var year = GroupNode.Tagged(new YearTag(date.Literal ?? ""), text);
        if (YearSuffix() is { } suffix)
        {
            year.Children.Add(suffix);
        }

        return Format(year, element.Format);
    }

    private Node? StructuredDate(ItemDate date, DateElement element)
    {
        var (parts, delimiter, format) = Resolve(element);
        _dateDelimiter = delimiter;
        var (from, to) = (DateValue.FromOrNull(date, 0) ?? default, DateValue.FromOrNull(date, 1));
        var children = to is { } end ? RangeNodes(parts, from, end, delimiter) : PartNodes(parts, from, Trim.None);
        if (children.Count == 0)
        {
            return null;
        }

        return Format(new GroupNode { Children = children, Delimiter = to is null ? delimiter : "" }, format);
    }

    /// <summary>A localized date has the parts of the locale, with what the style's element changes of them.</summary>
    private (ImmutableArray<DatePart> Parts, string Delimiter, Formatting Format) Resolve(DateElement element)
    {
        if (element.Form == DateForm.None)
        {
            return (element.DateParts, element.Delimiter, element.Format);
        }

        var localized = element.Form == DateForm.Text ? _context.Locale.TextDate : _context.Locale.NumericDate;
        if (localized is null)
        {
            return (element.DateParts, element.Delimiter, element.Format);
        }

        var parts = ImmutableArray.CreateBuilder<DatePart>(localized.DateParts.Length);
        foreach (var part in localized.DateParts)
        {
            if (IsShown(part.Name, element.Parts))
            {
                parts.Add(Override(part, element.DateParts));
            }
        }

        return (parts.ToImmutable(), localized.Delimiter, element.Format.Over(localized.Format));
    }

    private static bool IsShown(DatePartName name, DateParts limit) => limit switch
    {
        DateParts.Year => name == DatePartName.Year,
        DateParts.YearMonth => name != DatePartName.Day,
        _ => true,
    };

    private static DatePart Override(DatePart part, ImmutableArray<DatePart> ofStyle)
    {
        foreach (var own in ofStyle)
        {
            if (own.Name == part.Name)
            {
                return new(
                    part.Name,
                    own.Form == DatePartForm.Default ? part.Form : own.Form,
                    own.Format.Over(part.Format) with { Prefix = part.Format.Prefix, Suffix = part.Format.Suffix },
                    own.RangeDelimiter ?? part.RangeDelimiter);
            }
        }

        return part;
    }

    [Flags]
    private enum Trim : byte { None = 0, FirstPrefix = 1, LastSuffix = 2 }

    private List<Node> PartNodes(IEnumerable<DatePart> parts, DateValue value, Trim trim)
    {
        var nodes = new List<Node>();
        GroupNode? last = null;
        foreach (var part in parts)
        {
            if (PartNode(part, value) is not { } content)
            {
                continue;
            }

            var format = nodes.Count == 0 && trim.HasFlag(Trim.FirstPrefix) ? part.Format with { Prefix = "" } : part.Format;
            var node = Format(content, format);
            last = node as GroupNode;
            nodes.Add(node);
        }

        if (last is not null && trim.HasFlag(Trim.LastSuffix))
        {
            last.Suffix = "";
        }

        return nodes;
    }

    /// <summary>What both ends share is printed once, before or after the two that differ.</summary>
    private List<Node> RangeNodes(ImmutableArray<DatePart> parts, DateValue from, DateValue to, string delimiter)
    {
        var largest = parts.Select(part => part.Name).Order().Cast<DatePartName?>().FirstOrDefault(name => from.Part(name!.Value) != to.Part(name.Value));
        if (largest is not { } differs)
        {
            return [new GroupNode { Children = PartNodes(parts, from, Trim.None), Delimiter = delimiter }];
        }

        var first = parts.ToList().FindIndex(part => part.Name >= differs);
        var last = parts.ToList().FindLastIndex(part => part.Name >= differs);
        var rangeDelimiter = parts.First(part => part.Name == differs).RangeDelimiter ?? "\u2013";
        var groups = new List<Node>();
        Add(PartNodes(parts.Take(first), from, Trim.None));
        var both = new List<Node>();
        var left = PartNodes(parts.Skip(first).Take(last - first + 1), from, Trim.LastSuffix);
        var right = PartNodes(parts.Skip(first).Take(last - first + 1), to, Trim.FirstPrefix);
        both.Add(new GroupNode { Children = left, Delimiter = delimiter });
        both.Add(new TextNode(rangeDelimiter));
        both.Add(new GroupNode { Children = right, Delimiter = delimiter });
        groups.Add(new GroupNode { Children = both });
        Add(PartNodes(parts.Skip(last + 1), from, Trim.None));
        return [new GroupNode { Children = groups, Delimiter = delimiter }];

        void Add(List<Node> nodes)
        {
            if (nodes.Count > 0)
            {
                groups.Add(new GroupNode { Children = nodes, Delimiter = delimiter });
            }
        }
    }

    private Node? PartNode(DatePart part, DateValue value) => part.Name switch
    {
        DatePartName.Year => Year(part, value),
        DatePartName.Month => Month(part, value),
        _ => Day(part, value),
    };

    private GroupNode? Year(DatePart part, DateValue value)
    {
        if (value.Year is not { } year || year == 0)
        {
            return null;
        }

        var digits = Math.Abs((long)year).ToString(CultureInfo.InvariantCulture);
        var shown = part.Form == DatePartForm.Short && year is > 999 and < 10000 ? digits[2..] : digits;
        var era = year < 0 ? Era("bc") : year < 1000 ? Era("ad") : "";
        var node = GroupNode.Tagged(new YearTag(digits), new TextNode(shown + era));
        if (YearSuffix() is { } suffix)
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
            return _context.Locale.Find($"season-0{season}", TermForm.Long)?.Single is { } name ? new(name) : null;
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
        return text is { Length: > 0 } ? new(text) : null;
    }

    private string? MonthTerm(int month, TermForm form) =>
        _context.Locale.Find(string.Create(CultureInfo.InvariantCulture, $"month-{month:D2}"), form)?.Single;

    private TextNode? Day(DatePart part, DateValue value)
    {
        if (value.Day is not { } day)
        {
            return null;
        }

        return new(part.Form switch
        {
            DatePartForm.NumericLeadingZeros => day.ToString("D2", CultureInfo.InvariantCulture),
            DatePartForm.Ordinal when day == 1 || !_context.Locale.LimitDayOrdinalsToDay1 =>
                Ordinals.Ordinal(day, string.Create(CultureInfo.InvariantCulture, $"month-{value.Month ?? 0:D2}"), _context.Locale),
            _ => day.ToString(CultureInfo.InvariantCulture),
        });
    }
}
