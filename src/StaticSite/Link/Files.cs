using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Which file of its bundle does a page mean, and where will it stand?</summary>
internal static class Files
{
    private const int HashDigits = 10;
    private const int LongestName = 60;

    private static readonly ImmutableHashSet<string> s_pictures =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif");

    // What a browser shows or saves without running it: no HTML, no script, no SVG with either inside.
    private static readonly ImmutableHashSet<string> s_documents = s_pictures.Union(
    [
        ".pdf", ".txt", ".csv", ".tsv", ".json", ".bib", ".ris", ".zip", ".epub",
        ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp",
        ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".vtt", ".srt", ".ics", ".tif", ".tiff",
    ]);

    public static bool IsPicture(BundleFile file) => s_pictures.Contains(Path.GetExtension(file.Name));

    public static bool IsDocument(BundleFile file) => s_documents.Contains(Path.GetExtension(file.Name));

    /// <summary>The language's own variant (<c>name.zh.svg</c>) beats the plain name.</summary>
    /// <param name="path">From the bundle's folder.</param>
    public static BundleFile? Find(ParsedBundle bundle, string path, Language language) =>
        FindExact(bundle, Variant(path, language)) ?? FindExact(bundle, path);

    /// <summary>A file for another language only, or the nearest name.</summary>
    public static string? FindNear(ParsedBundle bundle, string path, IEnumerable<LanguageInfo> languages)
    {
        var variants = languages.Select(info => Variant(path, info.Language));
        return variants.FirstOrDefault(variant => FindExact(bundle, variant) is not null)
            ?? Nearest.Find(path, bundle.Files.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Where a file is copied to: its name, made fit for every disk and address, and its content's hash.</summary>
    public static LinkedAsset Asset(AssetFile file)
    {
        var name = new StringBuilder();
        foreach (var rune in Path.GetFileNameWithoutExtension(file.Name).ToLowerInvariant().EnumerateRunes().Take(LongestName))
        {
            name.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' ? rune.ToString() : "-");
        }

        var hash = file.Content.Hash[..Math.Min(HashDigits, file.Content.Hash.Length)];
        var extension = Path.GetExtension(file.Name).ToLowerInvariant();
        return new(new($"/assets/{name}.{hash}{extension}"), file.Path, file.Content);
    }

    private static string Variant(string path, Language language)
    {
        var extension = Path.GetExtension(path);
        return $"{path[..^extension.Length]}.{language}{extension}";
    }

    /// <summary>Disks of one maker decompose accented letters; the text of an article composes them.</summary>
    private static BundleFile? FindExact(ParsedBundle bundle, string path) =>
        bundle.Files.GetValueOrDefault(path)
        ?? bundle.Files.GetValueOrDefault(path.Normalize(NormalizationForm.FormC))
        ?? bundle.Files.GetValueOrDefault(path.Normalize(NormalizationForm.FormD));
}
