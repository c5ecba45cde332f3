using System.Diagnostics;

namespace StaticSite.Publishing.Tests.Support;

/// <summary>A file system that is soon full.</summary>
internal static class SmallDisk
{
    /// <summary>Null where none can be had.</summary>
    public static async Task<string?> CreateAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("staticsite-disk-").FullName;
        if (OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder))
        {
            return folder;
        }

        Directory.Delete(folder);
        return null;
    }

    public static async Task DeleteAsync(string folder)
    {
        if (await RunAsync("umount", folder))
        {
            Directory.Delete(folder);
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
