using System.ComponentModel;
using System.Diagnostics;

namespace StaticSite.Cli;

/// <summary>Hands a link to the program of this platform that knows who opens it.</summary>
internal static class EditorLauncher
{
    /// <summary>A program that has not failed by then has found an editor; some stay as long as it runs.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public static string Opener => OperatingSystem.IsMacOS() ? "open" : OperatingSystem.IsWindows() ? "" : "xdg-open";

    /// <param name="opener">A program that takes a link; empty for the shell of Windows.</param>
    /// <returns>Why it did not open, as a sentence; null where it did.</returns>
    public static string? Open(string link, string opener)
    {
        var start = opener.Length == 0
            ? new ProcessStartInfo(link) { UseShellExecute = true }
            : new ProcessStartInfo(opener, [link]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start);
            return process is null || !process.WaitForExit(s_patience) || process.ExitCode == 0
                ? null
                : $"No program opens this link ({opener} ended with {process.ExitCode}).";
        }
        catch (Win32Exception error)
        {
            return opener.Length == 0 ? $"No program opens this link: {error.Message}." : $"'{opener}' cannot be started: {error.Message}.";
        }
    }
}
