using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using StaticSite.Citations;
using StaticSite.Citations.Formats;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>Dates of a cited work: CSL's <c>date-parts</c>, Pandoc's year, month and day, EDTF texts such as <c>2020-05</c>, or words.</summary>
internal static class ReferenceDates
{
    private const string Example = "For example: issued: 2020-05-12";

    private const int LongestQuote = 60;

    private static readonly string[] s_parts = ["year", "month", "day"];
    private static readonly string[] s_seasons = ["spring", "summer", "autumn", "winter"];

    public static ItemDate? Parse(YamlNode node, string key, ImmutableArray<Diagnostic>.Builder found) => node switch
    {
        YamlScalar scalar => FromText(scalar, key, found),
        YamlSequence { Items: [YamlScalar, ..] } parts => FromParts([parts], key, found),
        YamlSequence list => FromParts(list.Items, key, found),
        YamlMapping mapping => FromMapping(mapping, key, found) is { } date ? WithMarks(date, mapping) : null,
        _ => null,
    };

    private static ItemDate? FromMapping(YamlMapping mapping, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (mapping.Find("date-parts") is YamlSequence { Items.IsEmpty: false } parts)
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

        found.Add(Bad(key, mapping.Where, "it has neither year, date-parts, raw nor literal"));
        return null;
    }

    /// <summary>What stands beside the parts. A literal beside them is what a reference manager was given; the parts are what it understood.</summary>
    private static ItemDate WithMarks(ItemDate date, YamlMapping mapping)
    {
        var isCirca = mapping.Find("circa") is YamlScalar { IsNull: false } circa && circa.Text is not ("false" or "0" or "");
        var season = mapping.Find("season") is YamlScalar { IsNull: false } written ? Season(written.Text.Trim()) : null;
        return isCirca || season is not null ? date with { IsCirca = date.IsCirca || isCirca, Season = season ?? date.Season } : date;
    }

    /// <summary>CSL counts them 1 to 4; 13 to 16 and 21 to 24 are in use too, as are their names.</summary>
    private static int? Season(string written)
    {
        var named = Array.FindIndex(s_seasons, name => name.Equals(written, StringComparison.OrdinalIgnoreCase) || (name == "autumn" && written.Equals("fall", StringComparison.OrdinalIgnoreCase)));
        if (named >= 0)
        {
            return named + 1;
        }

        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 1 and <= 4) or (>= 13 and <= 16) or (>= 21 and <= 24)
            ? number <= 4 ? number : number <= 16 ? number - 12 : number - 20
            : null;
    }

    private static ItemDate? FromText(YamlScalar scalar, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        var text = scalar.Text.Trim();
        if (Edtf.Parse(text, out var problem) is { } date)
        {
            return date;
        }

        if (problem is not null)
        {
            found.Add(Bad(key, scalar.Where, problem));
            return null;
        }

        found.Add(ParseDiagnostics.ReferenceDateAsWords(
            scalar.Where, $"'{(text.Length > LongestQuote ? string.Concat(text.AsSpan(0, LongestQuote), "…") : text)}' in '{key}' is not read as a date; it is printed as it stands.", "Write 2020, 2020-05 or 2020-05-12; or {literal: …} if it is meant as words."));
        return new ItemDate([], text);
    }

    /// <param name="nodes">One date, or the beginning and the end of a range.</param>
    private static ItemDate? FromParts(ImmutableArray<YamlNode> nodes, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        var dates = new ImmutableArray<int>[Math.Min(nodes.Length, 2)];
        var count = 0;
        for (var i = 0; i < dates.Length; i++)
        {
            var parts = nodes[i] switch
            {
                YamlSequence list => Numbers(list.Items),
                YamlMapping mapping => Numbers([.. s_parts.Select(mapping.Find).OfType<YamlNode>()]),
                _ => null,
            };
            if (parts is not { } numbers)
            {
                found.Add(Bad(key, nodes[i].Where, "year, month and day must be whole numbers"));
                return null;
            }

            if (numbers.Length > 0)
            {
                dates[count++] = ImmutableCollectionsMarshal.AsImmutableArray(numbers);
            }
        }

        Array.Resize(ref dates, count);
        return count > 0 && AreSound(dates, key, nodes[0].Where, found) ? new ItemDate(ImmutableCollectionsMarshal.AsImmutableArray(dates)) : null;
    }

    private static int[]? Numbers(ImmutableArray<YamlNode> nodes)
    {
        var numbers = new int[Math.Min(nodes.Length, 3)];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (nodes[i].IsNull || nodes[i] is YamlScalar { Text: "" })
            {
                return numbers[..i];
            }

            if (nodes[i] is not YamlScalar scalar || !int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static bool AreSound(ImmutableArray<int>[] dates, string key, SourceSpan where, ImmutableArray<Diagnostic>.Builder found)
    {
        foreach (var date in dates)
        {
            if (Edtf.FindProblem(date) is { } problem)
            {
                found.Add(Bad(key, where, problem));
                return false;
            }
        }

        return true;
    }

    private static Diagnostic Bad(string key, SourceSpan where, string problem) =>
        ParseDiagnostics.BadReferenceDate(where, $"The date in '{key}' is left out: {problem}.", Example);
}
