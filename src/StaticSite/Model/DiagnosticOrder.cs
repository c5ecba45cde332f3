using System.Collections.Immutable;

namespace StaticSite.Model;

internal static class DiagnosticOrder
{
    /// <summary>By path, place and code; the message decides between equals, so that two runs print the same.</summary>
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(found => found.Where.Path, StringComparer.Ordinal)
            .ThenBy(found => found.Where.Start)
            .ThenBy(found => found.Code, StringComparer.Ordinal)
            .ThenBy(found => found.Message, StringComparer.Ordinal),
    ];
}
