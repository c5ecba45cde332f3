using System.Collections.Immutable;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Targets;

/// <summary>One release on its way to a target.</summary>
internal sealed record ReleaseWork(Release Release, PublishPlan Plan)
{
    /// <summary>Bytes by hash; none for a rollback, which restores what the target has.</summary>
    public required IReadOnlyDictionary<string, LocalFile> Sources { get; init; }

    /// <summary>Releases that can be brought back afterwards, this one included.</summary>
    public required ImmutableArray<Release> Releases { get; init; }

    /// <summary>Contents that no release needs any more.</summary>
    public required ImmutableArray<string> UnusedContents { get; init; }
    public IProgress<PublishProgress>? Progress { get; init; }

    /// <summary>How many files are written at once.</summary>
    public int Parallelism { get; init; } = 24;
}
