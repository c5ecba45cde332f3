using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>What is remembered of the last build into an output folder.</summary>
/// <param name="Outputs">By path below the folder.</param>
/// <param name="SavedAt">By the clock of the disk.</param>
public sealed record LastBuild(ImmutableDictionary<string, KnownOutput> Outputs, DateTime SavedAt)
{
    public static LastBuild None { get; } = new(ImmutableDictionary<string, KnownOutput>.Empty, default);
}
