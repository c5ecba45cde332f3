using System.Runtime.CompilerServices;

namespace StaticSite.Tests.Support;

/// <summary>Where the checkout stands: specs, golden sites and the real site are read in place.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Tests => Path.Combine(Root, "tests", "StaticSite.Tests");

    private static string FindRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
