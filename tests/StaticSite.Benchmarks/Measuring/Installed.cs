using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StaticSite.Benchmarks.Measuring;

/// <summary>Which other generators this machine has.</summary>
internal static partial class Installed
{
    /// <summary>Hugo's version; null where there is none.</summary>
    public static string? FindHugo() => TryRun(null, "hugo", "version") is { } text ? Version().Match(text).Groups[1].Value : null;

    /// <summary>Installs Eleventy into a folder of its own; null where npm is missing or cannot.</summary>
    public static string? InstallEleventy(string folder)
    {
        Directory.CreateDirectory(folder);
        if (TryRun(folder, "npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", "@11ty/eleventy") is null)
        {
            return null;
        }

        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "node_modules", "@11ty", "eleventy", "package.json")));
        return package.RootElement.GetProperty("version").GetString();
    }

    private static string? TryRun(string? folder, string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? "", RedirectStandardOutput = true, RedirectStandardError = true };
            var (exitCode, output) = Meter.Execute(start);
            return exitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"v(\d+\.\d+\.\d+)")]
    private static partial Regex Version();
}
