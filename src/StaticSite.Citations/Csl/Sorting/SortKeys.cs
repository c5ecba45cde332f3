using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Citations.Csl.Dates;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Numbers;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Sorting;

/// <summary>Orders works by the sort keys of a citation or bibliography.</summary>
internal sealed class SortKeys
{
    private readonly NodePool _nodes = new();
    private readonly Flattener _flattener = new();
    private readonly Evaluator _evaluator;
    private readonly Area _area;
    private readonly MergedLocale _locale;
    private readonly Demote _demote;
    private readonly CompareInfo _compare;

    public SortKeys(CslStyle style, Area area, MergedLocale locale)
    {
        (_evaluator, _area, _locale) = (new(style, _nodes), area, locale);
        _demote = style.Options.DemoteNonDroppingParticle;
        _compare = Culture(locale.Language).CompareInfo;
    }

    /// <summary>Stable: works that no key tells apart keep their order.</summary>
    public ImmutableArray<Work> Sort(IEnumerable<Work> works)
    {
        if (_area.SortKeys.IsEmpty)
        {
            return [.. works];
        }

        return [.. works.Select(work => (Work: work, Keys: Keys(work))).OrderBy(entry => entry.Keys, Comparer<SortValue[]>.Create(Compare)).Select(entry => entry.Work)];
    }

    public SortValue[] Keys(Work work)
    {
        var keys = new SortValue[_area.SortKeys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var text = Normalize(Text(work, _area.SortKeys[i]));
            keys[i] = new(text, text.Length == 0 ? null : _compare.GetSortKey(text, CompareOptions.IgnoreCase));
        }

        return keys;
    }

    /// <summary>Works without a value come last, whichever the direction.</summary>
    public int Compare(SortValue[] left, SortValue[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var (one, other) = (left[i].Key, right[i].Key);
            if (one is null || other is null)
            {
                if (one is not null || other is not null)
                {
                    return one is null ? 1 : -1;
                }

                continue;
            }

            var order = System.Globalization.SortKey.Compare(one, other);
            if (order != 0)
            {
                return _area.SortKeys[i].Descending ? -order : order;
            }
        }

        return 0;
    }

    private string Text(Work work, Style.SortKey key)
    {
        if (key.Macro is { } macro)
        {
            var context = new CiteContext(_area, _locale) { SortKey = key };
            _nodes.Clear();
            return _flattener.PlainText(_evaluator.Render(work, context, macro.Children), _locale);
        }

        var variable = key.Variable!;
        if (work.Names(variable) is { Length: > 0 } names)
        {
            return string.Join(", ", names.Select(Name));
        }

        if (work.Date(variable) is { } date)
        {
            return date.Parts.IsDefaultOrEmpty ? date.Literal ?? "" : DateValue.SortKey(date, null);
        }

        return variable switch
        {
            "citation-number" => work.Number.ToString("D10", CultureInfo.InvariantCulture),
            "citation-label" => work.CitationLabel,
            _ when work.Field(variable) is not { } field => "",
            _ when Variables.IsNumber(variable) && NumberText.IsNumeric(work.Field(variable)!) => NumberText.SortKey(work.Field(variable)!),
            _ => RichTextParser.StripTags(work.Field(variable)!),
        };
    }

    private string Name(Name name)
    {
        if (string.IsNullOrWhiteSpace(name.Family))
        {
            return name.Literal ?? name.Given ?? "";
        }

        var (family, given) = (name.Family, name.Given ?? "");
        return _demote == Demote.Never
            ? $"{name.NonDroppingParticle} {family} {name.DroppingParticle} {given} {name.Suffix}"
            : $"{family} {given} {name.DroppingParticle} {name.NonDroppingParticle} {name.Suffix}";
    }

    /// <summary>Punctuation and white space do not count, but that words end does.</summary>
    private static string Normalize(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || (char.IsPunctuation(c) && c is not ('-' or '\u2019' or '\'')) || c is '\u02BE' or '\u02BF' or '\u02BB')
            {
                if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }
            }
            else if (c is not ('-' or '\u2019' or '\''))
            {
                key.Append(c);
            }
        }

        return key.ToString().TrimEnd();
    }

    private static CultureInfo Culture(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}

/// <param name="Key">Null for a work that has no value; it comes last.</param>
internal readonly record struct SortValue(string Text, System.Globalization.SortKey? Key);
