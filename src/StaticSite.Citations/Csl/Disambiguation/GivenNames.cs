using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Names;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Disambiguation;

/// <summary>The rules that make different persons differ everywhere, whether or not their cites are ambiguous.</summary>
internal static class GivenNames
{
    public static void Assign(ImmutableArray<Work> works, GivenNameRule rule, CiteTexts texts)
    {
        var isPrimary = rule is GivenNameRule.PrimaryName or GivenNameRule.PrimaryNameWithInitials;
        var lists = works.Select(work => texts.Render(work, work.Distinction) is { } node
            ? Nodes.WithTag<NamesTag>(node).Select(group => (NamesTag)group.Tag!).Where(tag => !tag.IsSubstitute).ToList()
            : []).ToList();
        var families = lists.SelectMany(list => list)
            .SelectMany(tag => isPrimary ? tag.Names.Take(1) : tag.Names)
            .Distinct()
            .ToLookup(Family, StringComparer.Ordinal);
        for (var i = 0; i < works.Length; i++)
        {
            if (lists[i].Count > 0)
            {
                works[i].Distinction = works[i].Distinction with { GivenNames = Levels(lists[i], name => Level(name, families, rule), isPrimary) };
            }
        }
    }

    private static ImmutableArray<ImmutableArray<int>> Levels(List<NamesTag> tags, Func<Name, int> level, bool isPrimary)
    {
        var levels = new ImmutableArray<int>[tags.Max(tag => tag.Index) + 1];
        Array.Fill(levels, []);
        foreach (var tag in tags)
        {
            levels[tag.Index] = [.. tag.Names.Select((name, i) => isPrimary && i > 0 ? 0 : level(name))];
        }

        return [.. levels];
    }

    private static int Level(Name name, ILookup<string, Name> families, GivenNameRule rule)
    {
        var others = families[Family(name)].Where(other => other != name).ToList();
        if (others.Count == 0)
        {
            return 0;
        }

        if (rule is GivenNameRule.AllNamesWithInitials or GivenNameRule.PrimaryNameWithInitials)
        {
            return 1;
        }

        return others.Any(other => InitialsOf(other) == InitialsOf(name)) ? 2 : 1;
    }

    private static string Family(Name name) => $"{name.NonDroppingParticle} {name.Family}{name.Literal}";

    private static string InitialsOf(Name name) => Initials.Of(name.Given ?? "", "", true, false);
}
