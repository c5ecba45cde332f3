namespace StaticSite.Model;

/// <summary>A file as the last build left it.</summary>
public readonly record struct WrittenFile(Digest Content, FileStamp Stamp);

/// <param name="ByPath">By path below the output folder.</param>
/// <param name="SavedAt">When the build was over, by the clock of the disk.</param>
public sealed record WrittenFiles(IReadOnlyDictionary<string, WrittenFile> ByPath, DateTime SavedAt);

/// <summary>What is remembered of the last build into an output folder.</summary>
/// <param name="Outputs">By path below the folder.</param>
/// <param name="SavedAt">When the build was over, by the clock of the disk.</param>
public sealed record LastBuild(IReadOnlyDictionary<string, KnownOutput> Outputs, DateTime SavedAt)
{
    public static LastBuild None { get; } = new(new Dictionary<string, KnownOutput>(StringComparer.Ordinal), default);
}
