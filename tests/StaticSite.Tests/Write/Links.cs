namespace StaticSite.Tests.Write;

internal static class Links
{
    /// <summary>Windows allows links to some users only; the test is skipped for the others.</summary>
    public static void Create(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (IOException error) when (OperatingSystem.IsWindows())
        {
            Skip.If(true, $"This user may not create symbolic links: {error.Message}");
        }
    }
}
