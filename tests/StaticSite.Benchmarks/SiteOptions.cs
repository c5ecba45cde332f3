using StaticSite.Benchmarks.Measuring;

namespace StaticSite.Benchmarks;

/// <summary>What the command line asks of <c>site</c>.</summary>
/// <param name="Work">Full path of a folder that is deleted in the end.</param>
/// <param name="Executable">Null: it is published first.</param>
/// <param name="Table">A file to write the tables into.</param>
/// <param name="Readme">Whether the table goes into README.md.</param>
internal sealed record SiteOptions(int[] Articles, string Work, int Runs, IReadOnlyList<BuildCase> Cases, string? Executable, string? Table, bool Readme)
{
    /// <summary>The work folder stays.</summary>
    public bool Keep { get; init; }

    public required bool WithHugo { get; init; }

    public required bool WithEleventy { get; init; }

    /// <summary>The same texts without citations.</summary>
    public required bool WithUncited { get; init; }

    /// <summary>Prepared sites, which are copied, instead of generated ones.</summary>
    public string? Site { get; init; }

    /// <summary>Its configuration is <c>hugo-tuned.yaml</c>.</summary>
    public string? Hugo { get; init; }
}
