namespace StaticSite.Benchmarks.Measuring;

/// <summary>The medians of the runs of one case.</summary>
/// <param name="Change">Of the last run.</param>
internal sealed record CaseResult(int Articles, BuildCase Case, string Tool, Measurement Cost, OutputChange Change);
