using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace StaticSite.Preview.Pages;

/// <summary>What an open page is told.</summary>
/// <param name="Version">Of the page that the server has now.</param>
/// <param name="Change">Null where the open page shows it already.</param>
/// <param name="Mark">draft, future, or null.</param>
/// <param name="Until">When a future article will be published, as a date.</param>
/// <param name="Elsewhere">Errors of other pages, which keep the site from being built.</param>
/// <param name="Source">Opens the file of the page in the editor.</param>
/// <param name="Desk">The address of the page's bundle side by side; null for readers elsewhere and for what is no bundle.</param>
internal sealed record OpenPageState(
    string Version, PageChange? Change, string? Mark, string? Until, ImmutableArray<Problem> Problems, int Elsewhere, string? Source, string? Desk);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenPageState))]
internal sealed partial class PageJson : JsonSerializerContext;
