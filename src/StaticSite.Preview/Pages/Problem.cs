using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Preview.Pages;

/// <summary>A diagnostic as a page shows it.</summary>
/// <param name="Severity">error, warning</param>
/// <param name="Line">One-based, as is the column.</param>
/// <param name="Editor">Opens the file at the place; null for readers who are not at the machine.</param>
/// <param name="Before">The line up to the underlined text, of a long line its end; null where there is nothing to show.</param>
internal sealed record Problem(
    string Code, string Severity, string Path, int Line, int Column, string? Editor, string Message, string? Hint, string? Before, string? Marked, string? After, ImmutableArray<ProblemNote> Notes);

internal sealed record ProblemNote(string Path, int Line, int Column, string? Editor, string Message);

/// <summary>Turns diagnostics into what a page shows of them.</summary>
/// <param name="findText">The text of a source by its path.</param>
/// <param name="editorLink">By path below the root, line and column; null where there is no editor.</param>
internal sealed class ProblemViews(Func<string, string?> findText, Func<string, int, int, string>? editorLink)
{
    private const int MostBefore = 60;
    private const int MostMarked = 120;
    private const int MostAfter = 60;

    private readonly SourceTexts _texts = new(findText);

    public ImmutableArray<Problem> Of(IEnumerable<Diagnostic> diagnostics) =>
        [.. DiagnosticOrder.Sort(diagnostics.Where(found => found.Severity != Severity.Info)).OrderByDescending(found => found.Severity).Select(Of)];

    private Problem Of(Diagnostic found)
    {
        var (line, column) = _texts.StartOf(found.Where);
        var (before, marked, after) = found.HidesText ? default : Excerpt(found.Where, line, column);
        return new(
            found.Code,
            found.Severity == Severity.Error ? "error" : "warning",
            found.Where.Path,
            line,
            column,
            editorLink?.Invoke(found.Where.Path, line, column),
            found.Message,
            found.Hint,
            before,
            marked,
            after,
            [.. found.Notes.Select(Note)]);
    }

    private ProblemNote Note(Note note)
    {
        var (line, column) = _texts.StartOf(note.Where);
        return new(note.Where.Path, line, column, editorLink?.Invoke(note.Where.Path, line, column), note.Message);
    }

    /// <summary>A paragraph of Chinese is one line: only what stands around the place is shown.</summary>
    private (string? Before, string? Marked, string? After) Excerpt(SourceSpan where, int line, int column)
    {
        if (_texts.Find(where.Path) is not { } text)
        {
            return default;
        }

        var shown = text.Line(line).ToString();
        if (string.IsNullOrWhiteSpace(shown))
        {
            return default;
        }

        var start = Math.Min(column - 1, shown.Length);
        var end = Math.Min(start + Math.Max(where.Length, 0), shown.Length);
        var first = Step(shown, Math.Max(0, start - MostBefore));
        var cut = Step(shown, Math.Min(end, start + MostMarked));
        var last = Step(shown, Math.Min(shown.Length, cut + MostAfter));
        return ((first > 0 ? "…" : "") + shown[first..start], shown[start..cut], shown[cut..last] + (last < shown.Length ? "…" : ""));
    }

    /// <summary>No character is cut in two.</summary>
    private static int Step(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
