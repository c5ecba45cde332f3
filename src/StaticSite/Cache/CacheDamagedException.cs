namespace StaticSite.Cache;

/// <summary>The cache holds something else than was written to it. The build starts again without it.</summary>
internal sealed class CacheDamagedException(string message) : Exception(message);
