using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Read;

namespace StaticSite;

/// <summary>One source at a time: as an earlier build parsed it, or read and parsed now. Safe to use from many threads.</summary>
/// <param name="report">Takes what was found wrong, now or by the build that parsed the source.</param>
internal sealed class CachedSources(ISourceCache cache, Action<ImmutableArray<Diagnostic>> report)
{
    /// <summary>Null where the file cannot be read or parsed, which has been reported.</summary>
    /// <param name="context">Of all else that the value depends on.</param>
    public T? Parse<T>(SourceRecord<T> kind, InputFile file, Digest context, Func<SourceFile, Digest, Outcome<T?>> parse)
        where T : class
    {
        if (cache.FindDigest(file) is { } known && Find(kind, new(known, context), file) is { } kept)
        {
            return kept.Value;
        }

        if (Read(file) is not { } bytes)
        {
            return null;
        }

        var digest = Remember(file, bytes);
        var key = new RecordKey(digest, context);
        return Find(kind, key, file) is { } found ? found.Value : Put(kind, key, file, Parse(file, bytes, source => parse(source, digest)));
    }

    /// <summary>A value that several files make together.</summary>
    public T? ParseAll<T>(SourceRecord<T> kind, IReadOnlyList<InputFile> files, Digest context, Func<IReadOnlyList<SourceFile>, Outcome<T?>> parse)
        where T : class
    {
        if (files is [])
        {
            return parse([]).Value;
        }

        if (files is [var only])
        {
            return Parse(kind, only, context, (source, _) => parse([source]));
        }

        var sources = files.Select(ReadText).OfType<SourceFile>().ToList();
        var (value, diagnostics) = parse(sources);
        report(diagnostics);
        return value;
    }

    /// <summary>A text that is needed as it stands.</summary>
    public SourceFile? ReadText(InputFile file)
    {
        if (Read(file) is not { } bytes)
        {
            return null;
        }

        Remember(file, bytes);
        return Take(SourceReader.Decode(file.Path, bytes));
    }

    /// <summary>A file that is copied; null where it cannot be read.</summary>
    public FileContent? ReadContent(InputFile file)
    {
        if (cache.FindDigest(file) is { } known)
        {
            return new(file.FullPath, file.Length, known.ToString());
        }

        var content = Take(SourceReader.ReadContent(file));
        if (content is not null)
        {
            cache.Remember(file, Digest.Parse(content.Hash));
        }

        return content;
    }

    /// <summary>A picture or document of a bundle; null where it cannot be read.</summary>
    public AssetFile? ReadAsset(InputFile file, string name)
    {
        var context = DigestBuilder.Of("asset");
        if (cache.FindDigest(file) is { } known && Find(SourceRecords.Asset, new(known, context), file) is { Value: { } asset })
        {
            return asset with { Name = name, Path = file.Path, Content = asset.Content with { FullPath = file.FullPath } };
        }

        var read = Take(SourceReader.ReadAsset(file, name));
        if (read is not null)
        {
            var digest = Digest.Parse(read.Content.Hash);
            cache.Remember(file, digest);
            cache.Put(SourceRecords.Asset, new(digest, context), file.Path, new(read, []));
        }

        return read;
    }

    /// <summary>The digest of a file's bytes; null where it cannot be read.</summary>
    public Digest? FindDigest(InputFile file) => cache.FindDigest(file) ?? (Read(file) is { } bytes ? Remember(file, bytes) : null);

    private Digest Remember(InputFile file, byte[] bytes)
    {
        var digest = Digest.OfFile(bytes);
        cache.Remember(file, digest);
        return digest;
    }

    private ParsedSource<T>? Find<T>(SourceRecord<T> kind, RecordKey key, InputFile file)
        where T : class
    {
        var known = cache.Find(kind, key, file.Path);
        if (known is { Diagnostics: var diagnostics })
        {
            report(diagnostics);
        }

        return known;
    }

    private T? Put<T>(SourceRecord<T> kind, RecordKey key, InputFile file, Outcome<T?> parsed)
        where T : class
    {
        report(parsed.Diagnostics);
        return cache.Put(kind, key, file.Path, new(parsed.Value, parsed.Diagnostics));
    }

    private static Outcome<T?> Parse<T>(InputFile file, byte[] bytes, Func<SourceFile, Outcome<T?>> parse)
        where T : class
    {
        var (source, found) = SourceReader.Decode(file.Path, bytes);
        if (source is null)
        {
            return new(null, found);
        }

        var (value, diagnostics) = parse(source);
        return new(value, [.. found, .. diagnostics]);
    }

    private byte[]? Read(InputFile file) => Take(SourceReader.ReadBytes(file));

    private T Take<T>(Outcome<T> outcome)
    {
        report(outcome.Diagnostics);
        return outcome.Value;
    }
}
