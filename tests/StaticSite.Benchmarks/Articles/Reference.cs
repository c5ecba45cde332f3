namespace StaticSite.Benchmarks.Articles;

internal sealed record Reference(string Id, (string Family, string Given)[] Authors, string Title, string Journal, int Year)
{
    public required int Volume { get; init; }

    public required string Pages { get; init; }

    /// <summary>With the prefix that stands for examples.</summary>
    public required string Doi { get; init; }
}
