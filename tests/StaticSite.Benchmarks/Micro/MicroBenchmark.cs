using BenchmarkDotNet.Attributes;

namespace StaticSite.Benchmarks.Micro;

/// <summary>A benchmark that needs a site.</summary>
[MemoryDiagnoser]
public abstract class MicroBenchmark : IDisposable
{
    private protected MicroSite Site { get; private set; } = null!;

    [GlobalSetup]
    public void SetUp()
    {
        Site = new MicroSite();
        Prepare();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        Site.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract void Prepare();
}
