using System.Runtime.ExceptionServices;

namespace StaticSite.Write;

/// <summary>A few files at a time: more would only make a disk seek.</summary>
internal static class Workers
{
    private static readonly int Count = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>Throws what the first failing action threw.</summary>
    public static void Run(int count, Action<int> action, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Count, CancellationToken = cancellation }, action);
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }
}
