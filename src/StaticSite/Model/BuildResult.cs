using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>How far a stage has come.</summary>
/// <param name="Stage">wait (for another build), read, parse, link, render, write, verify.</param>
public sealed record BuildProgress(string Stage, int Done, int Total);

/// <summary>What one build did.</summary>
/// <param name="Pages">How many pages the site has.</param>
/// <param name="WasWritten">False where errors, or warnings under <c>--strict</c>, kept the last output as it was.</param>
public sealed record BuildResult(int Pages, int Written, int Unchanged, int Removed, bool WasWritten, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The text that a diagnostic's offsets count in, by path; null for what is no text file of the site.</summary>
    public Func<string, string?> FindText { get; init; } = _ => null;
}
