namespace StaticSite;

/// <summary>The program's own name, for <c>--version</c>, the manifest and the pages' generator mark.</summary>
internal static class SiteGenerator
{
    public static string NameAndVersion { get; } = $"staticsite {typeof(SiteGenerator).Assembly.GetName().Version!.ToString(3)}";
}
