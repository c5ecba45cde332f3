using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace StaticSite.Publishing;

/// <summary>The command of the user's choice that tells a CDN what changed.</summary>
internal static class PurgeCommand
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    private const int LongestExcerpt = 300;

    /// <summary>Runs it in the system's shell, with the addresses on standard input, one a line.</summary>
    /// <returns>What went wrong.</returns>
    public static async Task<string?> RunAsync(string command, string folder, IReadOnlyCollection<string> addresses, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(s_longest);
        using var process = new Process { StartInfo = Start(command, folder) };
        try
        {
            process.Start();
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return error.Message;
        }

        try
        {
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
            await WriteAsync(process, addresses, timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            var text = string.Concat(await said).ReplaceLineEndings(" ").Trim();
            return process.ExitCode == 0 ? null : $"it ended with {process.ExitCode}. {(text.Length > LongestExcerpt ? "…" + text[^LongestExcerpt..] : text)}".TrimEnd();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return $"it did not end within {s_longest.TotalMinutes} minutes.";
        }
    }

    /// <summary>A command that has read enough closes its input, and is right to.</summary>
    private static async Task WriteAsync(Process process, IReadOnlyCollection<string> addresses, CancellationToken cancellation)
    {
        try
        {
            foreach (var address in addresses)
            {
                await process.StandardInput.WriteAsync($"{address}\n".AsMemory(), cancellation);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Its exit code tells whether it did what it is for.
        }
    }

    private static ProcessStartInfo Start(string command, string folder)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", command])
            : new ProcessStartInfo("/bin/sh", ["-c", command]);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return start;
    }
}
