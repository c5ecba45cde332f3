using System.Globalization;
using System.Runtime.InteropServices;

namespace StaticSite.Benchmarks.Reports;

/// <summary>Where the figures come from: they mean little elsewhere.</summary>
internal static class Machine
{
    public static bool IsInMemory(string folder) => Format(folder) is "tmpfs" or "ramfs";

    public static string Describe(string work)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({Processor()}), {memory:0} GB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, sites on {Format(work)}{Load()}.");
    }

    private static string Format(string folder)
    {
        var drives = DriveInfo.GetDrives().Where(drive => folder.StartsWith(drive.Name, StringComparison.Ordinal));
        return drives.OrderByDescending(drive => drive.Name.Length).Select(drive => drive.DriveFormat).FirstOrDefault("an unknown file system");
    }

    private static string Processor() => Line("/proc/cpuinfo", "model name")?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Other work makes wall times longer; ratios stand.</summary>
    private static string Load() => Line("/proc/loadavg", "") is { } load ? $", load {load.Split(' ')[0]} when it began" : "";

    private static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
