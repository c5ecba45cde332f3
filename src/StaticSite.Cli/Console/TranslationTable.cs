using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>For people: a column for each question. The last one, the sections, is as long as it is.</summary>
internal static class TranslationTable
{
    private static readonly string[] s_head = ["Bundle", "From", "Into", "State", "Since", "Sections"];

    public static string Of(IReadOnlyCollection<TranslationState> states, Ansi ansi)
    {
        if (states.Count == 0)
        {
            return "";
        }

        var rows = states.Select(Cells).ToList();
        var widths = Enumerable.Range(0, s_head.Length).Select(column => rows.Append(s_head).Max(row => Width(row[column]))).ToArray();
        var head = ansi.Bold(Line(s_head, widths, (_, cell) => cell));
        return head + "\n" + string.Concat(rows.Zip(states, (row, state) => Line(row, widths, (column, cell) => column == 3 ? Colour(state.Status, cell, ansi) : cell) + "\n"));
    }

    private static string[] Cells(TranslationState state) =>
    [
        Printable.Line(state.Id.Bundle.Value + (state.IsDraft ? " (draft)" : "")),
        state.Source.Code,
        state.Id.Language.Code,
        TranslationWords.Of(state.Status),
        (state.Since ?? state.Accepted) is { } day ? TranslationWords.Day(day) : "",
        Printable.Line(TranslationWords.Sections(state)),
    ];

    private static string Line(string[] cells, int[] widths, Func<int, string, string> colour) =>
        string.Join("  ", cells.Select((cell, column) => colour(column, cell) + (column == cells.Length - 1 ? "" : new string(' ', widths[column] - Width(cell))))).TrimEnd();

    private static int Width(string text) => text.EnumerateRunes().Sum(DisplayWidth.Of);

    private static string Colour(TranslationStatus status, string text, Ansi ansi) => status switch
    {
        TranslationStatus.Outdated => ansi.Red(text),
        TranslationStatus.Missing or TranslationStatus.Unconfirmed => ansi.Yellow(text),
        TranslationStatus.UpToDate => ansi.Green(text),
        _ => ansi.Dim(text),
    };
}
