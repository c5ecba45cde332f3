using System.CommandLine;
using System.Globalization;
using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks;

/// <summary>The command <c>preview</c>: how long an editor waits for the page, by the published executable.</summary>
internal static class PreviewCommand
{
    private static readonly Option<string> s_articles = new("--articles") { Description = "Sizes of the generated sites.", DefaultValueFactory = _ => "1000,10000" };
    private static readonly Option<int> s_edits = new("--edits") { Description = "Edits of one article; their median counts.", DefaultValueFactory = _ => 20 };

    private static readonly Option<string> s_work = new("--work")
    {
        Description = "Where the sites stand while they are measured, in a folder of their own: about 100 KB per article.",
        DefaultValueFactory = _ => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
    };

    private static readonly Option<string?> s_executable = new("--executable") { Description = "A published staticsite. Default: it is published first." };

    public static Command Create()
    {
        var command = new Command("preview", "Measures the preview of bilingual sites: its start, and the time from the end of a write to the new page being served.") { s_articles, s_edits, s_work, s_executable };
        command.SetAction((given, cancellation) => Run(given, cancellation));
        return command;
    }

    private static async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        try
        {
            var sizes = given.GetRequiredValue(s_articles).Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
            using var work = new ScratchFolder(Path.Join(Path.GetFullPath(given.GetRequiredValue(s_work)), $"staticsite-preview-{Environment.ProcessId}"));
            var executable = given.GetValue(s_executable) is { } path ? Path.GetFullPath(path) : Executable.Publish(Repository.Root, work.PathOf("bin"));
            await PreviewBenchmark.Run(sizes, Math.Max(1, given.GetValue(s_edits)), work, executable, cancellation);
            return 0;
        }
        catch (Exception error) when (error is BenchmarkException or IOException or UnauthorizedAccessException or FormatException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
