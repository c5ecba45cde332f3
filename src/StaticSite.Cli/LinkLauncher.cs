using System.ComponentModel;
using System.Diagnostics;

namespace StaticSite.Cli;

/// <summary>Hands a link to the program of this platform that knows who opens it.</summary>
internal static class LinkLauncher
{
    private const string SetSid = "/usr/bin/setsid";

    /// <summary>What setsid and shells say of a program that is not there.</summary>
    private const int NotFound = 127;

    /// <summary>A program that has not failed by then has found an editor or a browser; some stay as long as it runs.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public static string Opener => OperatingSystem.IsMacOS() ? "open" : OperatingSystem.IsWindows() ? "" : "xdg-open";

    /// <param name="opener">A program that takes a link; empty for the shell of Windows.</param>
    /// <returns>Why it did not open, as a sentence; null where it did.</returns>
    public static string? Open(string link, string opener)
    {
        var start = opener.Length == 0 ? new ProcessStartInfo(link) { UseShellExecute = true } : Start(link, opener);
        try
        {
            using var process = Process.Start(start);
            return process is null || !process.WaitForExit(s_patience) || process.ExitCode == 0 ? null
                : process.ExitCode == NotFound ? $"'{opener}' cannot be started: there is no such program."
                : $"No program opens this link ({opener} ended with {process.ExitCode}).";
        }
        catch (Win32Exception error)
        {
            return opener.Length == 0 ? $"No program opens this link: {error.Message}." : $"'{opener}' cannot be started: {error.Message}.";
        }
    }

    /// <summary>In a session of its own where that can be had: Ctrl+C, which ends this program, is not to end a browser that it started.</summary>
    private static ProcessStartInfo Start(string link, string opener)
    {
        var start = File.Exists(SetSid) ? new ProcessStartInfo(SetSid, [opener, link]) : new ProcessStartInfo(opener, [link]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }
}
