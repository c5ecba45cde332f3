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
        var persons = lists.SelectMany(list => list).SelectMany(tag => isPrimary ? tag.Names.Take(1) : tag.Names).Distinct().ToList();
        var families = persons.CountBy(Family, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var initials = persons.CountBy(FamilyAndInitials, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < works.Length; i++)
        {
            if (lists[i].Count > 0)
            {
                works[i].Distinction = works[i].Distinction with { GivenNames = Levels(lists[i], name => Level(name, families, initials, rule), isPrimary) };
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

    private static int Level(Name name, Dictionary<string, int> families, Dictionary<string, int> initials, GivenNameRule rule)
    {
        if (families.GetValueOrDefault(Family(name)) < 2)
        {
            return 0;
        }

        if (rule is GivenNameRule.AllNamesWithInitials or GivenNameRule.PrimaryNameWithInitials)
        {
            return 1;
        }

        return initials.GetValueOrDefault(FamilyAndInitials(name)) > 1 ? 2 : 1;
    }

    private static string Family(Name name) => $"{name.NonDroppingParticle} {name.Family}{name.Literal}";

    private static string FamilyAndInitials(Name name) => $"{Family(name)}, {Initials.Of(name.Given ?? "", "", true, false)}";
}
