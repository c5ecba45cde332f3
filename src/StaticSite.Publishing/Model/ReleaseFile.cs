namespace StaticSite.Publishing;

/// <summary>One file as a target stores it.</summary>
/// <param name="Path">Below the target's prefix, with <c>/</c>.</param>
/// <param name="Hash">SHA-256 of the stored bytes, lower-case hex; empty for bytes that nobody knows.</param>
internal sealed record ReleaseFile(string Path, FileKind Kind, string Hash, long Length, HeaderSet Headers)
{
    /// <summary>A compressed form that stands beside its file; it has no address of its own.</summary>
    public bool IsVariant { get; init; }

    /// <summary>What a listing of the target shows of these bytes; empty where it has not been seen.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The path whose address serves this file.</summary>
    public string ServedPath => IsVariant ? Path[..Path.LastIndexOf('.')] : Path;

    public bool HasSameContent(ReleaseFile other) => Hash == other.Hash && Hash.Length > 0;
}

/// <summary>An asset that the site no longer has, and that pages in caches still ask for.</summary>
/// <param name="Since">When the site ceased to have it.</param>
internal sealed record KeptAsset(ReleaseFile File, DateTimeOffset Since);

/// <summary>Where bytes lie on this disk.</summary>
internal readonly record struct LocalFile(string FullPath, long Length);
