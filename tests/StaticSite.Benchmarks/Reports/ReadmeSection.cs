using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks.Reports;

/// <summary>The place in README.md between two comments, where the last measured table stands.</summary>
internal static class ReadmeSection
{
    private const string Start = "<!-- speed: written by StaticSite.Benchmarks -->\n", End = "<!-- /speed -->";

    public static void Replace(string file, string table)
    {
        var text = File.ReadAllText(file);
        var (start, end) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (start < 0 || end < start)
        {
            throw new BenchmarkException($"{file} has no '{Start.Trim()}' … '{End}'.");
        }

        File.WriteAllText(file, $"{text[..(start + Start.Length)]}\n{table}\n{text[end..]}");
    }
}
