using System.Collections.Immutable;

namespace StaticSite.Benchmarks.Articles;

/// <summary>Bilingual articles in any number, always the same ones: the n-th of a size has the same text on every machine.</summary>
internal sealed class Corpus
{
    private const int Days = 4300;

    private readonly ILookup<Topic, ArticleFacts> _byTopic;

    private Corpus(ImmutableArray<ArticleFacts> articles)
    {
        Articles = articles;
        _byTopic = articles.ToLookup(article => article.Topic);
    }

    public static Bilingual Title { get; } = new("示例医学评论", "Review of Examples");

    public static Bilingual Tagline { get; } = new("为测量速度而生成的双语文章。", "Bilingual articles, generated to measure speed.");

    public ImmutableArray<ArticleFacts> Articles { get; }

    public static Corpus Create(int articles) => new([.. Enumerable.Range(0, articles).Select(number => Facts(number, articles))]);

    public Article CreateArticle(ArticleFacts facts)
    {
        var random = RandomOf(facts.Number, purpose: 2);
        var references = ReferenceMaker.Create(facts, random);
        var plan = ArticlePlan.Create(random, Links(facts, random));
        return new(
            facts,
            references,
            [.. Enumerable.Range(0, plan.Figures).Select(index => FigureMaker.Create(facts.Number + index, random))],
            Bilingual.Languages.ToDictionary(language => language, language => BodyMaker.Create(language, plan, references, Maker(language, facts))));
    }

    private static TextMaker Maker(string language, ArticleFacts facts) => new(language, RandomOf(facts.Number, purpose: 3), facts.Topic, facts.Second);

    private static ArticleFacts Facts(int number, int articles)
    {
        var random = RandomOf(number, purpose: 1);
        var topic = Pick(Vocabulary.Topics, random);
        var second = random.NextDouble() < 0.4 ? Pick(Vocabulary.Topics, random) : topic;
        string[] topics = [.. new[] { topic.Id, second.Id }.Distinct()];
        string[] general = [.. Vocabulary.GeneralTags.Select(tag => tag.Id)];
        random.Shuffle(general);
        var seed = random.Next();
        return new(number, $"{topic.Id}-{general[0]}-{number:D5}", topic, second, [.. topics, .. general[..(random.Next(3, 7) - topics.Length)]], Date(number, articles, random))
        {
            Title = Both("title"),
            Description = Both("description"),
            Author = Pick(Vocabulary.People, random),
            Disclaimer = Pick(Vocabulary.Disclaimers, random).Id,
        };

        Bilingual Both(string kind) => new(Text("zh", kind), Text("en", kind));
        string Text(string language, string kind) => new TextMaker(language, new Random(seed), topic, second).Make(kind);
    }

    private static DateTimeOffset Date(int number, int articles, Random random)
    {
        var step = Days * 24 * 60.0 / articles;
        return new DateTimeOffset(2014, 1, 6, 8, 0, 0, TimeSpan.FromHours(8)).AddMinutes((int)((number + random.NextDouble()) * step));
    }

    /// <summary>Three to five others, most of them on the same topic.</summary>
    private List<ArticleFacts> Links(ArticleFacts from, Random random)
    {
        var same = _byTopic[from.Topic].ToArray();
        var links = new List<ArticleFacts>();
        var count = random.Next(3, 6);
        for (var tries = 20; tries > 0 && links.Count < count; tries--)
        {
            var to = random.NextDouble() < 0.7 ? Pick(same, random) : Articles[random.Next(Articles.Length)];
            if (to != from && !links.Contains(to))
            {
                links.Add(to);
            }
        }

        return links;
    }

    private static T Pick<T>(T[] from, Random random) => from[random.Next(from.Length)];

    /// <summary>One source of chance for each article and purpose, so that articles can be made in any order.</summary>
    private static Random RandomOf(int number, int purpose) => new(unchecked(number * 7919 + purpose * 104729));
}
