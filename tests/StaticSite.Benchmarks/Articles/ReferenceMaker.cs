using System.Globalization;

namespace StaticSite.Benchmarks.Articles;

/// <summary>Works that do not exist, three in ten of them Chinese.</summary>
internal static class ReferenceMaker
{
    public static Reference[] Create(ArticleFacts article, Random random)
    {
        var count = random.Next(4, 11);
        return [.. Enumerable.Range(0, count).Select(index => Create(article, index, random))];
    }

    private static Reference Create(ArticleFacts article, int index, Random random)
    {
        var language = random.NextDouble() < 0.3 ? "zh" : "en";
        var maker = new TextMaker(language, random, article.Topic, article.Second);
        var names = Enumerable.Range(0, random.Next(1, 7)).Select(_ => (maker.Pick(Vocabulary.Names["family"]), maker.Pick(Vocabulary.Names["given"]))).ToArray();
        var (year, page) = (random.Next(2005, 2026), random.Next(1, 1800));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{names[0].Item1.En.ToLowerInvariant()}{year}{(char)('a' + index)}"),
            [.. names.Select(name => (name.Item1.In(language), name.Item2.In(language)))],
            maker.Make("reference"),
            maker.Pick(Vocabulary.Names["journal"]).In(language),
            year)
        {
            Volume = random.Next(1, 90),
            Pages = string.Create(CultureInfo.InvariantCulture, $"{page}-{page + random.Next(3, 19)}"),
            Doi = string.Create(CultureInfo.InvariantCulture, $"10.5555/{article.Number}.{index}"),
        };
    }
}
