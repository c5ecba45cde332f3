using System.Collections.Immutable;

namespace StaticSite.Citations.Formats;

public enum ProblemSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Something is left out, or taken for what was probably meant.</summary>
    Warning,

    /// <summary>An entry is lost or cut short.</summary>
    Error,
}

/// <summary>One thing found wrong in a reference file.</summary>
/// <param name="Code">Stable: one of <see cref="ProblemCodes"/>.</param>
/// <param name="Start">UTF-16 offset into the text that was read.</param>
/// <param name="Message">What is wrong, quoting the author's text.</param>
/// <param name="Hint">What to type instead.</param>
public sealed record ReferenceProblem(string Code, ProblemSeverity Severity, int Start, int Length, string Message, string Hint);

/// <summary>An item and the place of its key in the text; where it has no key of its own, the place of its type.</summary>
public readonly record struct PlacedItem(Item Item, int Start, int Length);

/// <summary>What a reference file holds, in its order. Ids are not compared: several files may make one library, so that is for the caller to do.</summary>
/// <param name="IsIncomplete">An entry is lost whose key is not known.</param>
public sealed record ReferenceReading(ImmutableArray<PlacedItem> Items, ImmutableArray<ReferenceProblem> Problems, bool IsIncomplete);
