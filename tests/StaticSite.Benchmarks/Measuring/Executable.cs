using System.Diagnostics;

namespace StaticSite.Benchmarks.Measuring;

internal static class Executable
{
    /// <summary>The program as users get it.</summary>
    public static string Publish(string root, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", "-c", "Release", Path.Join(root, "src", "StaticSite.Cli"), "-o", folder, "--nologo", "-v", "quiet"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var (exitCode, output) = Meter.Execute(start);
        return exitCode == 0 ? Path.Join(folder, "staticsite") : throw new BenchmarkException($"dotnet publish ends with {exitCode}:\n{output}");
    }
}
