using System.Collections.Immutable;

namespace StaticSite.Preview.Desk;

/// <summary>Starts bundles.</summary>
internal interface INewArticles
{
    /// <summary>An id that is free.</summary>
    /// <param name="titles">By language; at least one.</param>
    string OfferId(IReadOnlyDictionary<string, string> titles);

    NewArticleResult Create(DeskArticleRequest request);
}

/// <param name="Id">Null for the one that would be offered.</param>
/// <param name="Titles">By language; a file is made for each.</param>
internal sealed record DeskArticleRequest(string? Id, IReadOnlyDictionary<string, string> Titles);

/// <param name="Files">That were made; each opens where the author goes on.</param>
/// <param name="Refusal">Why nothing was made; then there is neither id nor file.</param>
internal sealed record NewArticleResult(string? Id, ImmutableArray<DeskFile> Files, Refusal? Refusal);
