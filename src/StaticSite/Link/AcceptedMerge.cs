using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>A section of a text that is to be accepted.</summary>
/// <param name="IsCurrent">It is taken from the source of today; else from what was accepted before.</param>
internal readonly record struct MergedSection(TextSection Section, bool IsCurrent);

/// <summary>What is accepted, when some sections are accepted by themselves? The others stay as they were, in their order.</summary>
internal static class AcceptedMerge
{
    /// <param name="chosen">Ids of sections as <see cref="SectionChange.Section"/> has them.</param>
    public static ImmutableArray<MergedSection> Merge(
        ImmutableArray<TextSection> accepted, ImmutableArray<TextSection> current, IReadOnlySet<string> chosen)
    {
        var matching = SectionMatching.Create(accepted, current);
        var added = AddedByPlace(matching, current, chosen).ToLookup(one => one.After, one => new MergedSection(one.Section, true));
        var merged = ImmutableArray.CreateBuilder<MergedSection>();
        merged.AddRange(added[-1]);
        for (var i = 0; i < accepted.Length; i++)
        {
            if (matching.CurrentOf(i) is var index && index >= 0)
            {
                var isChosen = chosen.Contains(current[index].Id);
                merged.Add(new(isChosen ? current[index] : accepted[i], isChosen));
            }
            else if (!chosen.Contains(accepted[i].Id))
            {
                merged.Add(new(accepted[i], false));
            }

            merged.AddRange(added[i]);
        }

        return merged.ToImmutable();
    }

    /// <summary>Each chosen section that is new, with the accepted section that it follows; -1 at the start.</summary>
    private static IEnumerable<(int After, TextSection Section)> AddedByPlace(
        SectionMatching matching, ImmutableArray<TextSection> current, IReadOnlySet<string> chosen)
    {
        var after = -1;
        for (var j = 0; j < current.Length; j++)
        {
            if (matching.AcceptedOf(j) is var index && index >= 0)
            {
                after = index;
            }
            else if (chosen.Contains(current[j].Id))
            {
                yield return (after, current[j]);
            }
        }
    }
}
