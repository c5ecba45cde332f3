using System.Collections.Immutable;
using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Staging.Headers;

/// <summary>Pages that lead on at once. A server that knows them answers with a redirect; any other serves the page, which does the same.</summary>
internal static class Redirects
{
    public static ImmutableArray<StagedRedirect> Of(IEnumerable<(string Path, ContentUse Use)> files) =>
    [
        .. files
            .Where(file => file.Use.RedirectsTo is not null)
            .Select(file => new StagedRedirect(Address.EscapePath(Address.Of(file.Path)), Address.Clean(file.Use.RedirectsTo!), IsPermanent: true))
            .Where(redirect => IsWhole(redirect.To) && redirect.From != redirect.To)
            .OrderBy(redirect => redirect.From, StringComparer.Ordinal),
    ];

    /// <summary>A server does not know the page that a relative address would start from.</summary>
    private static bool IsWhole(string address) =>
        (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
