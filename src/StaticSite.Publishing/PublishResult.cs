using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing;

/// <summary>How far a run came: what readers meet now.</summary>
internal enum PublishStage
{
    /// <summary>The site is as it was before.</summary>
    Untouched,

    /// <summary>Some pages are new, some are old; every link leads somewhere.</summary>
    Switching,

    /// <summary>The release is served; something after that was left to do.</summary>
    Served,
    Done,
}

/// <summary>What one run did, or would do.</summary>
/// <param name="Plan">Null where it was given up before there was one.</param>
/// <param name="Release">Null where none was made.</param>
/// <param name="Purge">The addresses at which caches may hold what is no longer true.</param>
internal sealed record PublishResult(
    PublishStage Stage, PublishPlan? Plan, Release? Release, ImmutableArray<string> Purge, ImmutableArray<Diagnostic> Diagnostics)
{
    public string Target { get; init; } = "";
    public long Requests { get; init; }
    public bool IsDryRun { get; init; }

    /// <summary>Only where they were asked for.</summary>
    public ImmutableArray<Release>? Releases { get; init; }

    /// <summary>The file with rules for a web server, below the root, where it is another than before: the server has to read it again.</summary>
    public string? NewServerRules { get; init; }

    /// <summary>What <c>--verify</c> found.</summary>
    public Differences Differences { get; init; } = Differences.None;

    public bool HasErrors => Diagnostics.Any(found => found.Severity == Severity.Error);
}
