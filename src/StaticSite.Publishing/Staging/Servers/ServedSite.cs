using System.Collections.Immutable;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Staging.Servers;

/// <param name="Path">Below the root: of a file, or of a folder with its <c>/</c>.</param>
/// <param name="Headers">All of them; Content-Type only where the file's ending does not tell it.</param>
internal sealed record ServedPlace(string Path, bool IsFolder, ImmutableSortedDictionary<string, string> Headers);

/// <summary>A staged site as the configuration of a web server has to put it.</summary>
/// <param name="Default">The headers of every response that no place below is for: those of pages.</param>
/// <param name="Places">A folder stands before what is in it.</param>
/// <param name="Types">Content types with the endings (<c>html</c>) that have them.</param>
/// <param name="NotFound">Folders (<c>zh/</c>, empty for the root) that have a page for addresses that do not exist, the longest first.</param>
internal sealed record ServedSite(
    ImmutableSortedDictionary<string, string> Default,
    ImmutableArray<ServedPlace> Places,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Types,
    ImmutableArray<string> NotFound)
{
    public const string NotFoundPage = "404.html";

    public static ServedSite Of(StagedSite site)
    {
        var sets = new Dictionary<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
        var values = new List<(string Path, string? Value)>();
        foreach (var file in WithoutRedirects(site.Files, site.Redirects))
        {
            var headers = WithoutObviousType(file);
            var key = string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}"));
            sets.TryAdd(key, headers);
            values.Add((file.Path, key));
        }

        var page = FindPage(site.Files);
        var common = values.Where(value => value.Path == page).Select(value => value.Value).FirstOrDefault();
        var folders = FoldersWithNotFound(site.Files);
        return new(
            common is null ? ImmutableSortedDictionary<string, string>.Empty : sets[common],
            [.. PathTree.Of(values).Nested(common).Select(rule => new ServedPlace(rule.Path, rule.IsFolder, sets[rule.Value!]))],
            TypesOf(site.Files),
            folders);
    }

    /// <summary>The server answers at the address of a page that leads on, and does not open its file.</summary>
    public static IEnumerable<StagedFile> WithoutRedirects(IEnumerable<StagedFile> files, ImmutableArray<StagedRedirect> redirects)
    {
        var answered = redirects.Select(redirect => redirect.From).ToHashSet(StringComparer.Ordinal);
        return files.Where(file => !answered.Contains(Address.EscapePath(Address.Of(file.Path))));
    }

    public static ImmutableArray<string> FoldersWithNotFound(ImmutableArray<StagedFile> files) =>
    [
        .. files.Where(file => file.Path == NotFoundPage || file.Path.EndsWith("/" + NotFoundPage, StringComparison.Ordinal))
            .Select(file => file.Path[..^NotFoundPage.Length])
            .OrderByDescending(folder => folder.Length)
            .ThenBy(folder => folder, StringComparer.Ordinal),
    ];

    /// <summary>Redirects and addresses that do not exist are answered like a page, whatever the site has most of.</summary>
    private static string? FindPage(ImmutableArray<StagedFile> files) =>
        files.Select(file => file.Path)
            .OrderBy(path => path switch { NotFoundPage => 0, "index.html" => 1, _ when Address.IsIndex(path) => 2, _ => 3 })
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();

    private static ImmutableSortedDictionary<string, string> WithoutObviousType(StagedFile file) =>
        file.Headers.GetValueOrDefault(HeaderSheet.ContentType) == ContentTypes.Of(file.Path) ? file.Headers.Remove(HeaderSheet.ContentType) : file.Headers;

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> TypesOf(ImmutableArray<StagedFile> files) => files
        .Select(file => Path.GetExtension(file.Path).TrimStart('.').ToLowerInvariant())
        .Where(ending => ending.Length > 0 && ending.All(char.IsAsciiLetterOrDigit))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .GroupBy(ending => ContentTypes.Of("." + ending), StringComparer.Ordinal)
        .Where(type => type.Key != ContentTypes.Unknown)
        .ToImmutableSortedDictionary(type => type.Key, type => type.ToImmutableArray(), StringComparer.Ordinal);
}
