namespace StaticSite.Citations.Formats;

/// <summary>What every format can have wrong.</summary>
internal static class FormatProblems
{
    private const int LongestQuote = 60;

    public static ReferenceProblem BadDate(string field, int start, int length, string problem, string example) => new(
        ProblemCodes.BadDate, ProblemSeverity.Warning, start, length, $"The date in '{field}' is left out: {problem}.", $"For example: {example}");

    public static ReferenceProblem DateAsWords(string field, int start, int length, string text, string example) => new(
        ProblemCodes.DateAsWords, ProblemSeverity.Warning, start, length, $"'{Quote(text)}' in '{field}' is not read as a date; it is printed as it stands.", $"For example: {example}");

    /// <summary>Null where nothing is wrong.</summary>
    public static ReferenceProblem? Of(IdentifierCheck check, int start, int length) => check.Message is not { } message ? null : new(
        check.Value is null ? ProblemCodes.BadIdentifier : ProblemCodes.WrongCheckDigit, ProblemSeverity.Warning, start, length, message, check.Hint!);

    /// <summary>On one line, and not too long for it.</summary>
    public static string Quote(string text)
    {
        var line = text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : text.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[LongestQuote - 2]) ? LongestQuote - 2 : LongestQuote - 1), "…");
    }
}
