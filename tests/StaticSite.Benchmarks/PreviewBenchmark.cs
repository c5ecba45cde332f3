using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StaticSite.Benchmarks.Articles;
using StaticSite.Benchmarks.Measuring;
using StaticSite.Benchmarks.Reports;
using StaticSite.Benchmarks.Sites;

namespace StaticSite.Benchmarks;

/// <summary>Starts a preview of each site, edits one article again and again, and asks for its page until it is the new one.</summary>
internal static class PreviewBenchmark
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>An editor pauses between two saves; what other pages show of the first is settled then.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(3);

    public static async Task Run(IEnumerable<int> sizes, int edits, ScratchFolder work, string executable, CancellationToken cancellation)
    {
        Console.WriteLine("| articles | first page, cold s | first page, warm s | edit to page, median ms | worst ms | peak MB |\n|---:|---:|---:|---:|---:|---:|");
        foreach (var size in sizes)
        {
            var site = work.PathOf($"{size}");
            SiteSources.Write(Corpus.Create(size), [new StaticSiteWriter(site, Repository.Theme)]);
            var (cold, _, _) = await Measure(site, executable, edits: 0, cancellation);
            var (warm, times, peak) = await Measure(site, executable, edits, cancellation);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {size:N0} | {cold.TotalSeconds:0.00} | {warm.TotalSeconds:0.00} | {times[times.Count / 2].TotalMilliseconds:0} | {times[^1].TotalMilliseconds:0} | {peak / 1024 / 1024} |"));
            Directory.Delete(site, recursive: true);
        }

        Console.WriteLine(Machine.Describe(work.PathOf("")));
    }

    /// <returns>From the process's start to its first page; from the end of each write to the new page, in rising order; bytes.</returns>
    private static async Task<(TimeSpan Start, List<TimeSpan> Edits, long Peak)> Measure(string site, string executable, int edits, CancellationToken cancellation)
    {
        var folders = Directory.GetDirectories(Path.Join(site, "input", "articles")).Order(StringComparer.Ordinal).ToArray();
        var folder = folders[folders.Length / 2];
        var (text, port) = (Path.Join(folder, "zh.md"), FindFreePort());
        var address = $"http://127.0.0.1:{port}/zh/articles/{Path.GetFileName(folder)}/";
        var original = await File.ReadAllTextAsync(text, cancellation);
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        using var preview = Process.Start(new ProcessStartInfo(executable, ["preview", "--root", site, "--port", port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })
            ?? throw new BenchmarkException($"{executable} does not start.");
        try
        {
            var start = await WaitFor(() => Ask(client, address), "</html>", clock, cancellation);
            var times = new List<TimeSpan>();
            for (var i = 0; i < edits; i++)
            {
                var sentence = string.Create(CultureInfo.InvariantCulture, $"第 {i} 次修改的一句话。");
                await Task.Delay(s_pause, cancellation);
                await File.WriteAllTextAsync(text, $"{original}\n\n{sentence}\n", cancellation);
                times.Add(await WaitFor(() => Ask(client, address), sentence, Stopwatch.StartNew(), cancellation));
            }

            preview.Refresh();
            return (start, [.. times.Order()], preview.PeakWorkingSet64);
        }
        finally
        {
            preview.Kill();
            await preview.WaitForExitAsync(CancellationToken.None);
            await File.WriteAllTextAsync(text, original, CancellationToken.None);
        }
    }

    private static async Task<TimeSpan> WaitFor(Func<Task<string>> ask, string expected, Stopwatch clock, CancellationToken cancellation)
    {
        while (!(await ask()).Contains(expected, StringComparison.Ordinal))
        {
            if (clock.Elapsed > s_patience)
            {
                throw new BenchmarkException("The preview does not answer.");
            }

            await Task.Delay(1, cancellation);
        }

        return clock.Elapsed;
    }

    /// <summary>Empty as long as nobody listens.</summary>
    private static async Task<string> Ask(HttpClient client, string address)
    {
        try
        {
            return await client.GetStringAsync(address);
        }
        catch (HttpRequestException)
        {
            return "";
        }
    }

    private static int FindFreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
