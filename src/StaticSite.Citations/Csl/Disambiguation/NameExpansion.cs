using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Disambiguation;

/// <summary>
/// Shows more of the names of works that look the same, name by name, and keeps each step only where it tells some of them
/// apart.
/// </summary>
internal sealed class NameExpansion(CitationOptions options, CiteTexts texts)
{
    private const int MostNames = 1000;

    /// <summary>How many cites are rendered at most for one group; beyond that a year suffix must do.</summary>
    private const int MostTrials = 200_000;

    public static void Run(List<Work> group, CitationOptions options, CiteTexts texts)
    {
        if (options.AddNames || options is { AddGivenName: true, GivenNameRule: GivenNameRule.ByCite })
        {
            new NameExpansion(options, texts).Expand(group);
        }
    }

    private void Expand(List<Work> group)
    {
        var lists = group.Select(Names).ToList();
        var steps = Steps(lists).Take(Math.Max(3, MostTrials / group.Count)).ToList();
        if (steps.Count > 0)
        {
            Resolve(group, group[0].Distinction, group[0].Distinction, steps, 0);
        }
    }

    private List<(int Index, int Count)> Names(Work work) => texts.Render(work, work.Distinction) is { } node
        ? [.. Nodes.WithTag<NamesTag>(node).Select(found => (NamesTag)found.Tag!).Where(tag => !tag.IsSubstitute).Select(tag => (tag.Index, tag.Names.Length))]
        : [];

    /// <summary>Element by element, name by name: first that the name is shown, then its initials, then all of it.</summary>
    private IEnumerable<Step> Steps(List<List<(int Index, int Count)>> lists)
    {
        foreach (var index in lists.SelectMany(list => list.Select(names => names.Index)).Distinct().Order())
        {
            var longest = Math.Min(MostNames, lists.SelectMany(list => list).Where(names => names.Index == index).Max(names => names.Count));
            for (var name = 0; name < longest; name++)
            {
                if (options.AddNames)
                {
                    yield return new(index, name, 0);
                }

                if (options is { AddGivenName: true, GivenNameRule: GivenNameRule.ByCite })
                {
                    yield return new(index, name, 1);
                    yield return new(index, name, 2);
                }
            }
        }
    }

    /// <param name="kept">With the steps that helped.</param>
    /// <param name="tried">With the names, too, that were added in vain so far.</param>
    private void Resolve(List<Work> group, Distinction kept, Distinction tried, List<Step> steps, int from)
    {
        var before = group.Select(work => texts.Of(work, tried)).Distinct(StringComparer.Ordinal).Count();
        for (var i = from; i < steps.Count; i++)
        {
            var next = steps[i].Apply(tried);
            var classes = group.GroupBy(work => texts.Of(work, next), StringComparer.Ordinal).Select(found => found.ToList()).ToList();
            if (classes.Count > before)
            {
                foreach (var same in classes)
                {
                    if (same.Count == 1)
                    {
                        same[0].Distinction = next;
                    }
                    else
                    {
                        Resolve(same, next, next, steps, i + 1);
                    }
                }

                return;
            }

            tried = steps[i].Level == 0 ? next : tried;
        }

        foreach (var work in group)
        {
            work.Distinction = options.AddYearSuffix ? kept : tried;
        }
    }

    private readonly record struct Step(int Index, int Name, int Level)
    {
        public Distinction Apply(Distinction distinction) => Level == 0
            ? distinction with { NameCounts = Set(distinction.NameCounts, Index, Name + 1, 0) }
            : distinction with
            {
                GivenNames = Set(
                    distinction.GivenNames,
                    Index,
                    Set(Index < distinction.GivenNames.Length ? distinction.GivenNames[Index] : [], Name, Level, 0),
                    []),
            };

        private static ImmutableArray<T> Set<T>(ImmutableArray<T> list, int index, T value, T filler)
        {
            var longer = list.ToBuilder();
            while (longer.Count <= index)
            {
                longer.Add(filler);
            }

            longer[index] = value;
            return longer.ToImmutable();
        }
    }
}
