using System.Collections.Immutable;

namespace StaticSite.Preview.Desk;

/// <summary>Starts bundles.</summary>
internal interface INewArticles
{
    /// <summary>An id that is free.</summary>
    /// <param name="titles">By language; at least one.</param>
    string OfferId(IReadOnlyDictionary<string, string> titles);

    NewArticleResult Create(NewArticleRequest request);
}

/// <param name="Id">Null for the one that would be offered.</param>
/// <param name="Titles">By language; a file is made for each.</param>
internal sealed record NewArticleRequest(string? Id, IReadOnlyDictionary<string, string> Titles);

/// <param name="Paths">Of the files that were made, relative to the root.</param>
/// <param name="Refusal">Why nothing was made; then there is neither id nor path.</param>
internal sealed record NewArticleResult(string? Id, ImmutableArray<string> Paths, Refusal? Refusal);
