using System.ComponentModel;
using System.Runtime.InteropServices;

namespace StaticSite.Benchmarks.Measuring;

/// <summary>
/// Starts a program and waits for it with wait4, which tells what it used. <see cref="System.Diagnostics.Process"/> tells nothing about
/// a process that has ended.
/// </summary>
internal static partial class NativeProcess
{
    private const int UsageSize = 512;

    private static readonly bool s_isMac = OperatingSystem.IsMacOS();

    /// <returns>The exit code (128 and the signal's number for one that was killed), CPU seconds, bytes at its peak.</returns>
    public static unsafe (int ExitCode, double Cpu, long Peak) Run(string[] command)
    {
        int process;
        var (arguments, environment) = (new NativeStrings(command), new NativeStrings(Environment()));
        using (arguments)
        using (environment)
        {
            var error = Spawn(out process, command[0], 0, 0, arguments.Address, environment.Address);
            if (error != 0)
            {
                throw new Win32Exception(error, $"{command[0]} does not start: {Marshal.GetPInvokeErrorMessage(error)}");
            }
        }

        var usage = stackalloc byte[UsageSize];
        int status;
        while (Wait4(process, &status, 0, usage) < 0)
        {
            const int Interrupted = 4;
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            }
        }

        var signal = status & 0x7F;
        return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, Seconds(usage) + Seconds(usage + 16), Peak(usage));
    }

    /// <summary>A timeval: seconds in 64 bits, microseconds in at least 32.</summary>
    private static unsafe double Seconds(byte* time) => *(long*)time + (*(int*)(time + 8) / 1e6);

    /// <summary>Behind the two times; in bytes on macOS, in kilobytes elsewhere.</summary>
    private static unsafe long Peak(byte* usage) => *(long*)(usage + 32) * (s_isMac ? 1 : 1024);

    private static string[] Environment() =>
        [.. System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(variable => $"{variable.Key}={variable.Value}")];

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int process, string file, nint actions, nint attributes, nint arguments, nint environment);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static unsafe partial int Wait4(int process, int* status, int options, byte* usage);
}
