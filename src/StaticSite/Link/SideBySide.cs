using System.Collections.Immutable;

namespace StaticSite.Link;

/// <summary>Work on many things that know nothing of each other, on all cores.</summary>
internal static class SideBySide
{
    /// <summary>In the order of the things.</summary>
    public static TResult[] Select<T, TResult>(ImmutableArray<T> things, Func<T, TResult> select)
    {
        var results = new TResult[things.Length];
        Parallel.For(0, results.Length, index => results[index] = select(things[index]));
        return results;
    }
}
