using System.Collections.Immutable;
using System.Text.Json;

namespace StaticSite.Publishing;

/// <summary>What <c>output/.staticsite-manifest.json</c> says of a build.</summary>
/// <param name="Generator">Name and version.</param>
/// <param name="Input">A fingerprint of all that the output was built from.</param>
/// <param name="IsComplete">False where a build was interrupted.</param>
/// <param name="Assets">Path below the output folder to the first 16 hex digits of its SHA-256; as <paramref name="Pages"/> and <paramref name="Lists"/>.</param>
internal sealed record OutputManifest(
    string Generator,
    Uri BaseUrl,
    bool Drafts,
    bool Future,
    string Input,
    bool IsComplete,
    ImmutableSortedDictionary<string, string> Assets,
    ImmutableSortedDictionary<string, string> Pages,
    ImmutableSortedDictionary<string, string> Lists)
{
    public const string FileName = ".staticsite-manifest.json";

    private const int HashDigits = 16;

    /// <summary>In the order of writing, each kind in ordinal order of paths.</summary>
    public IEnumerable<(string Path, FileKind Kind, string Hash)> Files =>
        Assets.Select(file => (file.Key, FileKind.Asset, file.Value))
            .Concat(Pages.Select(file => (file.Key, FileKind.Page, file.Value)))
            .Concat(Lists.Select(file => (file.Key, FileKind.List, file.Value)));

    /// <summary>Null for what no build of this version has written: nothing of it can be trusted then.</summary>
    public static OutputManifest? Find(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static OutputManifest? Read(JsonElement root)
    {
        if (!Uri.TryCreate(Text(root, "base_url"), UriKind.Absolute, out var baseUrl)
            || FindFiles(root, "assets") is not { } assets
            || FindFiles(root, "pages") is not { } pages
            || FindFiles(root, "lists") is not { } lists
            || assets.Count + pages.Count + lists.Count != assets.Keys.Concat(pages.Keys).Concat(lists.Keys).Distinct(StringComparer.Ordinal).Count())
        {
            return null;
        }

        return new OutputManifest(
            Text(root, "generator"), baseUrl, Flag(root, "drafts"), Flag(root, "future"), Text(root, "input"), Flag(root, "complete"), assets, pages, lists);
    }

    private static string Text(JsonElement root, string key) => root.GetProperty(key).GetString() ?? throw new JsonException();

    private static bool Flag(JsonElement root, string key) => root.GetProperty(key).GetBoolean();

    private static ImmutableSortedDictionary<string, string>? FindFiles(JsonElement root, string key)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var file in root.GetProperty(key).EnumerateObject())
        {
            if (!IsBelow(file.Name) || file.Value.GetString() is not { Length: HashDigits } hash || !files.TryAdd(file.Name, hash))
            {
                return null;
            }
        }

        return files.ToImmutable();
    }

    /// <summary>Each path becomes a place on a disk, a key of a store and a line of a server's configuration.</summary>
    private static bool IsBelow(string path) =>
        path.Split('/').All(part => part is not ("" or "." or "..")) && !path.Any(letter => char.IsControl(letter) || letter is '\\' or '\uFFFD');
}
