namespace StaticSite.Benchmarks.Articles;

/// <summary>What stands under one heading of the third level, in both languages.</summary>
/// <param name="Weight">Its share of the sentences; 1 is the average.</param>
internal sealed record PartPlan(double Weight)
{
    public int TableRows { get; init; }

    public int ListItems { get; init; }

    public int Steps { get; init; }

    public bool HasQuote { get; init; }

    /// <summary>Its number; 0 for none.</summary>
    public int Figure { get; init; }

    /// <summary>The article that it links to.</summary>
    public ArticleFacts? Link { get; init; }
}
