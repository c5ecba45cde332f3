using System.Runtime.CompilerServices;
using System.Text.Json;
using StaticSite.Citations.Conformance;
using StaticSite.Citations.Csl;

namespace StaticSite.Citations.Tests.Styles;

/// <summary>The styles and locales of the library, and what is beside these tests.</summary>
internal static class StyleFiles
{
    public static readonly string[] Ids = ["ama-11", "gb-t-7714-2015-numeric", "gb-t-7714-2025-numeric", "nlm-vancouver"];

    public static CslStyle Style(string id)
    {
        var parsed = CslStyle.Parse(Embedded($"Styles/{id}.csl"));
        Assert.Empty(parsed.Diagnostics);
        return parsed.Style!;
    }

    public static IEnumerable<string> EmbeddedNames(string folder) =>
        typeof(CslStyle).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal));

    public static string Embedded(string name)
    {
        using var stream = typeof(CslStyle).Assembly.GetManifestResourceStream(name);
        using var reader = new StreamReader(stream!);
        return reader.ReadToEnd();
    }

    public static List<Item> Items(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(JsonItems.Read)];
    }

    /// <summary>The entry of each item as plain text, without its number.</summary>
    public static Dictionary<string, string> Lines(CslStyle style, List<Item> items) =>
        new CitationProcessor(style).Format(items, []).Bibliography!.Entries.ToDictionary(
            entry => entry.Id,
            entry => entry.Text.Trim()[(entry.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            StringComparer.Ordinal);

    public static string Beside(string name) => File.ReadAllText(Path.Combine(Folder(), name));

    /// <summary>The folder that the project shares with others, where there is one.</summary>
    public static string Shared() => Path.GetFullPath(Path.Combine(Folder(), "..", "..", "..", "..", "shared", "csl"));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
