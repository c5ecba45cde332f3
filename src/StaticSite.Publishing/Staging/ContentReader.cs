using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using StaticSite.Model;
using StaticSite.Publishing.Staging.Compression;
using StaticSite.Publishing.Staging.Contents;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Staging;

/// <summary>One file of the output, known by its bytes.</summary>
/// <param name="IsSettled">Whether its date will tell a change.</param>
internal sealed record ReadContent(
    string Path, FileKind Kind, ListedFile File, string Hash, ContentUse Use, ImmutableArray<StagedVariant> Variants, bool IsSettled);

/// <summary>Finds out about each file what its headers and its compressed forms need. What is remembered is not found out again.</summary>
internal sealed class ContentReader
{
    /// <summary>Below this a compressed file fills the same packet.</summary>
    private const int SmallestCompressed = 512;

    /// <summary>Beyond this a file is not held in memory, thus neither looked into nor compressed.</summary>
    private const int LargestInMemory = 64 * 1024 * 1024;

    private readonly StagingRequest _request;
    private readonly OutputListing _listing;
    private readonly Memory _memory;
    private readonly CompressedFiles _compressed;
    private readonly ImmutableArray<Encoding> _encodings;
    private readonly ConcurrentBag<string> _changed = [];
    private int _done;

    public ContentReader(StagingRequest request, OutputListing listing, Memory memory, CompressedFiles compressed)
    {
        (_request, _listing, _memory, _compressed) = (request, listing, memory, compressed);
        _encodings = Encoding.Of(request.Delivery);
    }

    /// <summary>Files that are not what the build wrote are missing, and reported.</summary>
    /// <exception cref="IOException">A disk that fails or is full.</exception>
    public Outcome<ImmutableArray<ReadContent>> Read(OutputManifest manifest, CancellationToken cancellation)
    {
        var files = manifest.Files.ToArray();
        var contents = new ReadContent?[files.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, files.Length, options, index =>
            {
                contents[index] = Read(files[index].Path, files[index].Kind, files[index].Hash);
                _request.Progress?.Report(new BuildProgress("prepare", Interlocked.Increment(ref _done), files.Length));
            });
        }
        catch (AggregateException errors) when (errors.InnerExceptions.FirstOrDefault(error => error is IOException or UnauthorizedAccessException) is { } error)
        {
            throw new IOException(error.Message, error);
        }

        var changed = _changed.Order(StringComparer.Ordinal).ToList();
        ImmutableArray<Diagnostic> found = changed.Count == 0 ? [] : [StagingDiagnostics.ChangedFile(_request.OutputShownAs, changed[0], changed.Count - 1)];
        return new([.. contents.OfType<ReadContent>()], [.. found, .. VariantsTaken(files)]);
    }

    private ReadContent? Read(string path, FileKind kind, string built)
    {
        var file = _listing.Files[path];
        var readAt = _request.Clock.GetUtcNow();
        var bytes = new Lazy<byte[]>(() => File.ReadAllBytes(PlaceOf(path)));
        var remembered = _memory.FindHash(path, file) is { } known && IsOf(built, known) ? known : null;
        var hash = remembered ?? HashOf(path, file, bytes);
        if (!IsOf(built, hash))
        {
            _changed.Add(path);
            return null;
        }

        var use = FindUse(path, file, hash, bytes);
        var variants = Variants(path, file, hash, bytes);
        if (remembered is not null && bytes.IsValueCreated && HashOf(path, file, bytes) != hash)
        {
            // Its date said that it was still the file of the last time.
            _changed.Add(path);
            return null;
        }

        return new(path, kind, file, hash, use, variants, Memory.IsSettled(file, readAt));
    }

    private ContentUse FindUse(string path, ListedFile file, string hash, Lazy<byte[]> bytes)
    {
        if (!ContentInspector.LooksInto(path) || file.Length > LargestInMemory)
        {
            return ContentUse.Nothing;
        }

        return _memory.Uses.TryGetValue(hash, out var known) ? known : ContentInspector.Inspect(path, bytes.Value);
    }

    private ImmutableArray<StagedVariant> Variants(string path, ListedFile file, string hash, Lazy<byte[]> bytes)
    {
        if (!ContentTypes.IsCompressible(path) || file.Length is < SmallestCompressed or > LargestInMemory)
        {
            return [];
        }

        return
        [
            .. _encodings
                .Where(encoding => !_listing.Files.ContainsKey(path + encoding.Extension))
                .Select(encoding => _compressed.Find(encoding, hash, () => bytes.Value))
                .OfType<StagedVariant>(),
        ];
    }

    private IEnumerable<Diagnostic> VariantsTaken(IEnumerable<(string Path, FileKind Kind, string Hash)> files)
    {
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
            from path in paths.Order(StringComparer.Ordinal)
            where ContentTypes.IsCompressible(path)
            from encoding in _encodings
            where paths.Contains(path + encoding.Extension)
            select StagingDiagnostics.VariantTaken(_request.OutputShownAs, path, path + encoding.Extension);
    }

    private string HashOf(string path, ListedFile file, Lazy<byte[]> bytes)
    {
        if (file.Length <= LargestInMemory)
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes.Value));
        }

        using var stream = File.OpenRead(PlaceOf(path));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private string PlaceOf(string path) => Path.Join(_request.Output, path);

    private static bool IsOf(string built, string hash) => hash.StartsWith(built, StringComparison.Ordinal);
}
