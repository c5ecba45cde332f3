using System.Diagnostics;
using System.Text.Json;

namespace StaticSite.Benchmarks.Measuring;

/// <summary>
/// Measures a program from a process of its own, which is this one started once more. A child's peak memory includes that of its parent
/// at the moment of the start; this process has grown by then, a new one is smaller than anything that is measured.
/// </summary>
internal static class Meter
{
    private const string Command = "meter";

    /// <exception cref="BenchmarkException">The program fails.</exception>
    public static Measurement Run(string folder, params string[] command)
    {
        var result = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), Command, result, .. command])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var (exitCode, output) = Execute(start);
            return exitCode == 0
                ? JsonSerializer.Deserialize<Measurement>(File.ReadAllText(result))!
                : throw new BenchmarkException($"{string.Join(' ', command)} ends with {exitCode}:\n{output}");
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>What the other process does; null where the arguments ask for something else.</summary>
    public static int? TryServe(string[] arguments)
    {
        if (arguments is not [Command, var result, .. var command])
        {
            return null;
        }

        var clock = Stopwatch.StartNew();
        var (exitCode, cpu, peak) = NativeProcess.Run(command);
        File.WriteAllText(result, JsonSerializer.Serialize(new Measurement(clock.Elapsed.TotalSeconds, cpu, peak)));
        return exitCode;
    }

    /// <summary>Runs a program that is not measured.</summary>
    public static (int ExitCode, string Output) Execute(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Where the program runs as <c>dotnet StaticSite.Benchmarks.dll</c>, dotnet has to be told which program.</summary>
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
