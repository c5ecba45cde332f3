namespace StaticSite.Benchmarks.Articles;

/// <summary>What other articles, and lists, know of an article.</summary>
/// <param name="Second">Another topic that it touches; often its own.</param>
/// <param name="Tags">Ids; the topics first.</param>
internal sealed record ArticleFacts(int Number, string Id, Topic Topic, Topic Second, string[] Tags, DateTimeOffset Date)
{
    public required Bilingual Title { get; init; }

    public required Bilingual Description { get; init; }

    public required (string Id, Bilingual Name) Author { get; init; }

    public required string Disclaimer { get; init; }
}
