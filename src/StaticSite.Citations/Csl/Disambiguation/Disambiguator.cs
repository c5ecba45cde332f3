using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;

namespace StaticSite.Citations.Csl.Disambiguation;

/// <summary>
/// Finds works whose cites look the same and makes them differ by the means that the style allows, in the order of the
/// specification: more names, fuller names, the condition <c>disambiguate</c>, a suffix to the year.
/// </summary>
internal sealed class Disambiguator
{
    private readonly CslStyle _style;
    private readonly CiteTexts _texts;

    private Disambiguator(CslStyle style, MergedLocale locale)
    {
        _style = style;
        _texts = new(style, locale);
    }

    /// <param name="works">In the order of the bibliography, which is the order of year suffixes.</param>
    public static void Run(CslStyle style, MergedLocale locale, ImmutableArray<Work> works)
    {
        var options = style.CitationOptions;
        if (options.AddNames || options.AddGivenName || options.AddYearSuffix || style.UsesDisambiguateCondition)
        {
            new Disambiguator(style, locale).Run(works);
        }
    }

    private void Run(ImmutableArray<Work> works)
    {
        if (_style.CitationOptions is { AddGivenName: true, GivenNameRule: not Style.GivenNameRule.ByCite })
        {
            GivenNames.Assign(works, _style.CitationOptions.GivenNameRule, _texts);
        }

        foreach (var group in Ambiguous(works))
        {
            NameExpansion.Run(group, _style.CitationOptions, _texts);
        }

        if (_style.UsesDisambiguateCondition)
        {
            foreach (var group in Ambiguous(works))
            {
                TryCondition(group);
            }
        }

        if (_style.CitationOptions.AddYearSuffix)
        {
            foreach (var group in Ambiguous(works))
            {
                AddYearSuffixes(group);
            }
        }
    }

    private List<List<Work>> Ambiguous(ImmutableArray<Work> works)
    {
        var groups = new Dictionary<string, List<Work>>(StringComparer.Ordinal);
        var ordered = new List<List<Work>>();
        foreach (var work in works)
        {
            var text = _texts.Of(work, work.Distinction);
            if (text.Length == 0)
            {
                continue;
            }

            if (!groups.TryGetValue(text, out var group))
            {
                groups.Add(text, group = []);
                ordered.Add(group);
            }

            group.Add(work);
        }

        ordered.RemoveAll(group => group.Count < 2);
        return ordered;
    }

    private void TryCondition(List<Work> group)
    {
        var texts = group.Select(work => _texts.Of(work, work.Distinction with { Condition = true })).ToList();
        if (texts.Distinct(StringComparer.Ordinal).Count() < 2 && texts[0] == _texts.Of(group[0], group[0].Distinction))
        {
            return;
        }

        foreach (var work in group)
        {
            work.Distinction = work.Distinction with { Condition = true };
        }
    }

    private static void AddYearSuffixes(List<Work> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            group[i].Distinction = group[i].Distinction with { YearSuffix = i + 1 };
        }
    }
}
