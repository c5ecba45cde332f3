using System.Collections.Immutable;

namespace StaticSite.Benchmarks.Articles;

/// <summary>The outline of an article, which both languages share.</summary>
/// <param name="Sections">By the index of their headings, the parts of each.</param>
internal sealed record ArticlePlan(ImmutableArray<(int Heading, ImmutableArray<PartPlan> Parts)> Sections, int Figures)
{
    public int PartCount => Sections.Sum(section => section.Parts.Length);

    /// <param name="links">Articles to link to.</param>
    public static ArticlePlan Create(Random random, IReadOnlyList<ArticleFacts> links)
    {
        var figures = random.Next(2, 4);
        var parts = Enumerable.Range(0, random.Next(8, 13)).Select(_ => new PartPlan(0.6 + 0.8 * random.NextDouble())).ToArray();
        Change(part => part with { TableRows = random.Next(4, 8) });
        Change(part => part with { ListItems = random.Next(3, 7) });
        Change(part => part with { Steps = random.Next(3, 6) });
        Change(part => part with { HasQuote = true });
        foreach (var (place, number) in Places(figures).Order().Select((place, index) => (place, index + 1)))
        {
            parts[place] = parts[place] with { Figure = number };
        }

        foreach (var (place, link) in Places(links.Count).Zip(links))
        {
            parts[place] = parts[place] with { Link = link };
        }

        return new(Divide(parts, random), figures);

        void Change(Func<PartPlan, PartPlan> change)
        {
            var place = random.Next(parts.Length);
            parts[place] = change(parts[place]);
        }

        int[] Places(int count)
        {
            int[] all = [.. Enumerable.Range(0, parts.Length)];
            random.Shuffle(all);
            return all[..count];
        }
    }

    private static ImmutableArray<(int Heading, ImmutableArray<PartPlan> Parts)> Divide(PartPlan[] parts, Random random)
    {
        var count = random.Next(4, 7);
        int[] headings = [.. Enumerable.Range(0, Vocabulary.Words["section"].Length)];
        random.Shuffle(headings);
        return [.. headings.Take(count).Order().Select((heading, index) => (heading, PartsOf(index)))];

        ImmutableArray<PartPlan> PartsOf(int index) => [.. parts.AsSpan((parts.Length * index / count)..(parts.Length * (index + 1) / count))];
    }
}
