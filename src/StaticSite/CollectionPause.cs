using System.Runtime;

namespace StaticSite;

/// <summary>
/// Puts the garbage collector off while a build finds out whether there is anything to do: it would copy long lists several times. What is allocated beyond
/// the given size ends the pause, and nothing else happens.
/// </summary>
internal readonly struct CollectionPause : IDisposable
{
    private readonly bool _isOurs;

    private CollectionPause(bool isOurs) => _isOurs = isOurs;

    /// <param name="bytes">Not more than a part of the machine's memory is taken.</param>
    public static CollectionPause Start(long bytes)
    {
        const int Part = 8;
        var most = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Part;
        try
        {
            return new(GCSettings.LatencyMode != GCLatencyMode.NoGCRegion && GC.TryStartNoGCRegion(Math.Min(bytes, most)));
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // More than the collector can promise here, or another thread has asked: then it works as always.
            return default;
        }
    }

    public void Dispose()
    {
        if (_isOurs && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
        }
    }
}
