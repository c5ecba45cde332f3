using System.Collections.Immutable;

namespace StaticSite.Citations.Csl;

/// <summary>The styles that come with the library.</summary>
public static class BuiltInStyles
{
    public static ImmutableArray<string> Ids { get; } = ["ama-11", "gb-t-7714-2015-numeric", "gb-t-7714-2025-numeric", "nlm-vancouver"];

    /// <returns>The style's XML; null where there is no such style.</returns>
    public static string? Find(string id)
    {
        if (!Ids.Contains(id))
        {
            return null;
        }

        using var reader = new StreamReader(typeof(BuiltInStyles).Assembly.GetManifestResourceStream($"Styles/{id}.csl")!);
        return reader.ReadToEnd();
    }
}
