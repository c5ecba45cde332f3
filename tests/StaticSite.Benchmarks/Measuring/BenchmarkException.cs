namespace StaticSite.Benchmarks.Measuring;

/// <summary>The measurement cannot go on; the message says why.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
