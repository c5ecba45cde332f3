using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>Dates of a cited work: CSL's <c>date-parts</c>, Pandoc's year, month and day, EDTF texts such as <c>2020-05</c>, or words.</summary>
internal static partial class ReferenceDates
{
    // CSL gives seasons the months after the twelve: 13 to 16, or with EDTF's numbers 21 to 24.
    private const int LastSeason = 24;

    private static readonly string[] s_parts = ["year", "month", "day"];

    public static ItemDate? Parse(YamlNode node, string key, ImmutableArray<Diagnostic>.Builder found) => node switch
    {
        YamlScalar scalar => FromText(scalar, key, found),
        YamlSequence { Items: [YamlScalar, ..] } parts => FromParts([parts], key, found),
        YamlSequence list => FromParts(list.Items, key, found),
        YamlMapping mapping => FromMapping(mapping, key, found),
        _ => null,
    };

    private static ItemDate? FromMapping(YamlMapping mapping, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (mapping.Find("date-parts") is YamlSequence parts)
        {
            return Parse(parts, key, found);
        }

        if (mapping.Find("year") is not null)
        {
            return FromParts([mapping], key, found);
        }

        var text = mapping.Find("raw") ?? mapping.Find("edtf");
        if (text is YamlScalar { IsNull: false } raw)
        {
            return FromText(raw, key, found);
        }

        if (mapping.Find("literal") is YamlScalar { IsNull: false } literal)
        {
            return new ItemDate([], literal.Text.Trim());
        }

        found.Add(ParseDiagnostics.BadReferenceDate(key, mapping.Where, "it has neither year, date-parts, raw nor literal"));
        return null;
    }

    private static ItemDate? FromText(YamlScalar scalar, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        var text = scalar.Text.Trim();
        var dates = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var one in text.Split('/'))
        {
            if (EdtfPattern().Match(one) is { Success: true } match)
            {
                dates.Add([.. match.Groups.Values.Skip(1).Where(part => part.Success).Select(part => int.Parse(part.ValueSpan, CultureInfo.InvariantCulture))]);
            }
        }

        if (dates.Count is 0 or > 2 || dates.Count != text.Split('/').Count(part => part is not ("" or "..")))
        {
            found.Add(ParseDiagnostics.ReferenceDateAsWords(key, scalar.Where, text));
            return new ItemDate([], text);
        }

        return Check(dates.DrainToImmutable(), key, scalar.Where, found);
    }

    private static ItemDate? FromParts(ImmutableArray<YamlNode> nodes, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        var dates = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var node in nodes.Take(2))
        {
            var parts = node switch
            {
                YamlSequence list => Numbers(list.Items),
                YamlMapping mapping => Numbers([.. s_parts.Select(mapping.Find).OfType<YamlNode>()]),
                _ => null,
            };
            if (parts is not { } numbers)
            {
                found.Add(ParseDiagnostics.BadReferenceDate(key, node.Where, "year, month and day must be whole numbers"));
                return null;
            }

            if (numbers.Length > 0)
            {
                dates.Add(numbers);
            }
        }

        return dates.Count == 0 ? null : Check(dates.DrainToImmutable(), key, nodes[0].Where, found);
    }

    private static ImmutableArray<int>? Numbers(ImmutableArray<YamlNode> nodes)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var node in nodes.Take(3).TakeWhile(node => !node.IsNull))
        {
            if (node is not YamlScalar scalar || !int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.DrainToImmutable();
    }

    private static ItemDate? Check(
        ImmutableArray<ImmutableArray<int>> dates, string key, SourceSpan where, ImmutableArray<Diagnostic>.Builder found)
    {
        foreach (var date in dates)
        {
            var isSeason = date is [_, > 12 and <= LastSeason];
            var problem = date is [_, var month, ..] && !isSeason ? DateText.FindBadDay(date[0], month, date is [_, _, var day] ? day : 1) : null;
            if (problem is not null)
            {
                found.Add(ParseDiagnostics.BadReferenceDate(key, where, problem.TrimEnd('.')));
                return null;
            }
        }

        return new ItemDate(dates);
    }

    /// <summary>Approximate and uncertain dates (<c>2020~</c>, <c>2020?</c>) are read as plain ones; a time of day is dropped.</summary>
    [GeneratedRegex(@"^(-?[0-9]{1,4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?)?[~?%]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex EdtfPattern();
}
