namespace StaticSite.Cache;

/// <summary>The cache holds something else than was written to it. The build starts again without it.</summary>
internal sealed class CacheDamagedException(string message) : Exception(message)
{
    /// <summary>What reading a record throws whose digest was right: a bug, or another program's format under this one's name.</summary>
    public static bool IsOfDecoding(Exception error) => error is IndexOutOfRangeException or ArgumentException or OverflowException;
}
