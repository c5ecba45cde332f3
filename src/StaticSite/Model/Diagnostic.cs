using System.Collections.Immutable;

namespace StaticSite.Model;

public enum Severity
{
    /// <summary>Shown by <c>check</c> only.</summary>
    Info,

    /// <summary>The site is built; <c>--strict</c> makes it fail.</summary>
    Warning,

    /// <summary>Nothing is written.</summary>
    Error,
}

/// <summary>A second place that belongs to a diagnostic ("first used here").</summary>
public sealed record Note(SourceSpan Where, string Message);

/// <summary>One thing found wrong. <paramref name="Code"/> is stable: <c>stage/what-is-wrong</c>.</summary>
/// <param name="Message">What is wrong, quoting the author's text.</param>
/// <param name="Hint">What to type instead.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan Where, string Message, string? Hint = null)
{
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>What stands at the place is not to be repeated in anybody's log.</summary>
    public bool HidesText { get; init; }
}

/// <summary>What a stage hands on: its value and all that it found wrong on the way.</summary>
public sealed record Outcome<T>(T Value, ImmutableArray<Diagnostic> Diagnostics);
