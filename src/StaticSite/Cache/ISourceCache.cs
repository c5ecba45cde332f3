using StaticSite.Model;

namespace StaticSite.Cache;

/// <summary>What is known of sources that were parsed before. Safe to use from many threads.</summary>
internal interface ISourceCache
{
    /// <summary>The digest of a file that has not been touched since it was read; null where it has to be read.</summary>
    Digest? FindDigest(InputFile file);

    void Remember(InputFile file, Digest digest);

    /// <summary>Null where nobody has parsed these bytes.</summary>
    /// <param name="path">Of the file that has the bytes now.</param>
    /// <exception cref="CacheDamagedException"/>
    ParsedSource<T>? Find<T>(SourceRecord<T> kind, RecordKey key, string path)
        where T : class;

    /// <summary>Keeps a value, and gives it as a later build would read it: what is long may be read from the disk from now on.</summary>
    T? Put<T>(SourceRecord<T> kind, RecordKey key, string path, ParsedSource<T> parsed)
        where T : class;
}

/// <summary>Keeps nothing: every source is read and parsed, and what comes of it stays in memory.</summary>
internal sealed class NoSourceCache : ISourceCache
{
    public static NoSourceCache Instance { get; } = new();

    public Digest? FindDigest(InputFile file) => null;

    public void Remember(InputFile file, Digest digest)
    {
    }

    public ParsedSource<T>? Find<T>(SourceRecord<T> kind, RecordKey key, string path)
        where T : class => null;

    public T? Put<T>(SourceRecord<T> kind, RecordKey key, string path, ParsedSource<T> parsed)
        where T : class => parsed.Value;
}
