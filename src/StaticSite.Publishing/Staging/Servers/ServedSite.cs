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
        var files = WithoutRedirects(site.Files, site.Redirects).ToList();
        var sets = files.Select(file => file.Headers.Remove(HeaderSheet.ContentType)).DistinctBy(Key).ToDictionary(Key, StringComparer.Ordinal);
        var keys = files.ToDictionary(file => file.Path, file => Key(file.Headers.Remove(HeaderSheet.ContentType)), StringComparer.Ordinal);
        var common = FindPage(files) is { } page ? keys[page] : null;
        var places = PathTree.Of(files.Select(file => (file.Path, (string?)keys[file.Path])))
            .Nested(common)
            .Select(rule => new ServedPlace(rule.Path, rule.IsFolder, sets[rule.Value!]));

        // A type of its own is a matter of one file: what else is in its folder has the types of its endings.
        var typed = files.Where(file => file.Headers.GetValueOrDefault(HeaderSheet.ContentType) != ContentTypes.Of(file.Path)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return new(
            common is null ? ImmutableSortedDictionary<string, string>.Empty : sets[common],
            [
                .. places.Where(place => place.IsFolder || !typed.ContainsKey(place.Path)),
                .. typed.Values.Select(file => new ServedPlace(file.Path, IsFolder: false, file.Headers)),
            ],
            TypesOf(site.Files),
            FoldersWithNotFound(site.Files));
    }

    /// <summary>What a path has from the folders around it.</summary>
    public ImmutableSortedDictionary<string, string> HeadersAround(string path) =>
        Places.Where(place => place.IsFolder && place.Path.Length < path.Length && path.StartsWith(place.Path, StringComparison.Ordinal))
            .MaxBy(place => place.Path.Length)?.Headers ?? Default;

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
    private static string? FindPage(List<StagedFile> files) =>
        files.Select(file => file.Path)
            .OrderBy(path => path switch { NotFoundPage => 0, "index.html" => 1, _ when Address.IsIndex(path) => 2, _ => 3 })
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();

    private static string Key(ImmutableSortedDictionary<string, string> headers) => string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}"));

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> TypesOf(ImmutableArray<StagedFile> files) => files
        .Select(file => Path.GetExtension(file.Path).TrimStart('.').ToLowerInvariant())
        .Where(ending => ending.Length > 0 && ending.All(char.IsAsciiLetterOrDigit))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .GroupBy(ending => ContentTypes.Of("." + ending), StringComparer.Ordinal)
        .Where(type => type.Key != ContentTypes.Unknown)
        .ToImmutableSortedDictionary(type => type.Key, type => type.ToImmutableArray(), StringComparer.Ordinal);
}
