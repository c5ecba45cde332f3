namespace StaticSite.Model;

/// <summary>In the order in which files are written, so that a killed build leaves no dead link.</summary>
public enum OutputKind
{
    Asset,
    Page,

    /// <summary>Lists, term pages, homes, feeds, sitemaps, redirects, robots.txt, 404.</summary>
    List,
}

/// <summary>One file of the output: bytes of its own, or a file to copy.</summary>
/// <param name="Path">Below the output folder, with <c>/</c>, unescaped.</param>
public sealed record OutputFile(string Path, OutputKind Kind, ReadOnlyMemory<byte> Bytes, FileContent? Source = null);
