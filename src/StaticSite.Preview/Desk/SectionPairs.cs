using System.Collections.Immutable;
using StaticSite.Link;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>Which section of a translation is which section of its source? Their words do not tell.</summary>
internal static class SectionPairs
{
    /// <summary>For each section of the source the index of its partner; -1 where it has none.</summary>
    /// <param name="accepted">What the translation was made from; null where nobody has said.</param>
    public static ImmutableArray<int> Match(PageDetails source, PageDetails translation, AcceptedText? accepted)
    {
        var (here, there) = (source.Sections, translation.Sections);
        if (accepted is not null && IsAlike(accepted.Sections, there))
        {
            var matching = SectionMatching.Create(accepted.Sections, here);
            return [.. Enumerable.Range(0, here.Length).Select(matching.AcceptedOf)];
        }

        return IsAlike(here, there) ? [.. Enumerable.Range(0, here.Length)] : Align(Marks.Of(source), Marks.Of(translation));
    }

    /// <summary>Equally many, and both with or both without a text before the first heading: one by one.</summary>
    private static bool IsAlike(ImmutableArray<TextSection> one, ImmutableArray<TextSection> other) =>
        one.Length == other.Length && HasStart(one) == HasStart(other);

    private static bool HasStart(ImmutableArray<TextSection> sections) => sections.Any(section => section.Id == TextSection.StartId);

    /// <summary>In the order of both texts, those pairs that have the most in common together.</summary>
    private static ImmutableArray<int> Align(ImmutableArray<Marks> here, ImmutableArray<Marks> there)
    {
        // best[i, j]: of the pairs that the sections from i and j on can make.
        var best = new double[here.Length + 1, there.Length + 1];
        for (var i = here.Length - 1; i >= 0; i--)
        {
            for (var j = there.Length - 1; j >= 0; j--)
            {
                best[i, j] = Math.Max(best[i + 1, j + 1] + here[i].Likeness(there[j]), Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var partners = new int[here.Length];
        for (var (i, j) = (0, 0); i < here.Length; i++)
        {
            while (j < there.Length && best[i, j] == best[i, j + 1])
            {
                j++;
            }

            partners[i] = j < there.Length && best[i, j] > best[i + 1, j] ? j++ : -1;
        }

        return ImmutableArray.Create(partners);
    }

    /// <summary>What a section shows that a translation leaves as it is.</summary>
    /// <param name="Level">Of the heading; 0 for title and start.</param>
    /// <param name="Place">From 0 at the start of the text to 1 at its end.</param>
    /// <param name="Anchors">Of figures, tables and sections that are referred to.</param>
    private sealed record Marks(string Id, int Level, double Place, ImmutableHashSet<string> Anchors)
    {
        private bool IsHeading => Level > 0;

        public static ImmutableArray<Marks> Of(PageDetails page)
        {
            var levels = page.Headings.DistinctBy(heading => heading.Id).ToDictionary(heading => heading.Id, heading => heading.Level);
            return
            [
                .. page.Sections.Select((section, index) => new Marks(
                    section.Id,
                    section.Id is TextSection.TitleId or TextSection.StartId ? 0 : levels.GetValueOrDefault(section.Id, 1),
                    (double)index / page.Sections.Length,
                    [.. page.Numbered.Where(one => one.Where.Start >= section.Start && one.Where.Start < section.Start + section.Length).Select(one => one.Id)])),
            ];
        }

        /// <summary>0 for what cannot be a pair.</summary>
        public double Likeness(Marks other)
        {
            if (!IsHeading || !other.IsHeading)
            {
                return Id == other.Id ? 8 : 0;
            }

            var shared = Anchors.Intersect(other.Anchors).Count;
            return (Id == other.Id ? 8 : 0) + (4 * shared) + (Level == other.Level ? 2 : 0.5) + (1 - Math.Abs(Place - other.Place));
        }
    }
}
