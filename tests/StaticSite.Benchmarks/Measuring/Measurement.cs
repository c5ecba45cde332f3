namespace StaticSite.Benchmarks.Measuring;

/// <summary>What one run of a program cost, with all processes that it started and waited for.</summary>
/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">Seconds, user and system.</param>
/// <param name="Peak">Bytes of memory.</param>
internal sealed record Measurement(double Wall, double Cpu, long Peak)
{
    public static Measurement Median(IReadOnlyCollection<Measurement> runs) => new(
        Middle(runs.Select(run => run.Wall)),
        Middle(runs.Select(run => run.Cpu)),
        (long)Middle(runs.Select(run => (double)run.Peak)));

    /// <summary>Of an even number the mean of the two in the middle.</summary>
    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
