namespace StaticSite.Model;

/// <summary>A decoded text file. <paramref name="Path"/> is relative to the site's root, with <c>/</c>; offsets count UTF-16 units after a byte order mark.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public SourceSpan Span(int start, int length) => new(Path, start, length);

    /// <summary>The start of the file, for what is missing from it as a whole.</summary>
    public SourceSpan Start => new(Path, 0, 0);
}

/// <summary>A stretch of a source file: UTF-16 offset and length. Line and column are computed when it is printed.</summary>
public readonly record struct SourceSpan(string Path, int Start, int Length);

/// <summary>A value that remembers where it was written.</summary>
public readonly record struct Located<T>(T Value, SourceSpan Where);
