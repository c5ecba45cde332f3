using System.Collections.Immutable;

namespace StaticSite.Publishing.Plan;

/// <summary>The addresses at which a cache may hold what is no longer true.</summary>
internal static class PurgeList
{
    private const string Index = "index.html";

    /// <summary>Paths whose response changed, and those that are gone. What is new has not been fetched by anybody.</summary>
    public static ImmutableSortedSet<string> Paths(PublishPlan plan) =>
        plan.Files.Where(file => file.State is FileState.Changed or FileState.Relabelled).Select(file => file.File.ServedPath)
            .Concat(plan.Deletions.Select(file => file.ServedPath))
            .Concat(plan.Expired.Select(file => file.ServedPath))
            .ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>As readers ask for it: a folder's page has the address of the folder.</summary>
    public static string Address(Uri baseUrl, string path)
    {
        var shown = path == Index || path.EndsWith("/" + Index, StringComparison.Ordinal) ? path[..^Index.Length] : path;
        return baseUrl.AbsoluteUri.TrimEnd('/') + "/" + string.Join('/', shown.Split('/').Select(Uri.EscapeDataString));
    }
}
