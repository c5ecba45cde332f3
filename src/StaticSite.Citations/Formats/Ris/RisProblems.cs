namespace StaticSite.Citations.Formats.Ris;

/// <summary>What can be wrong with a RIS file.</summary>
internal static class RisProblems
{
    public static ReferenceProblem NotClosed(RisLine type) => new(
        ProblemCodes.NotClosed, ProblemSeverity.Warning, type.Start, type.Length, "This record has no end.", "Write a line 'ER  - ' after it.");

    public static ReferenceProblem OutsideRecord(int start, int length, string tag) => new(
        ProblemCodes.RisOutsideRecord, ProblemSeverity.Error, start, length, $"'{tag}' stands in no record.", "A record starts with its type: TY  - JOUR");

    public static ReferenceProblem UnknownType(RisLine type) => new(
        ProblemCodes.UnknownType, ProblemSeverity.Warning, type.Start, type.Length, $"'{FormatProblems.Quote(type.Value)}' is not a RIS type.", "Usual types are JOUR, BOOK, CHAP, RPRT, ELEC.");

    public static ReferenceProblem KeyMade(RisLine type, string key) => new(
        ProblemCodes.RisKeyMade, ProblemSeverity.Info, type.Start, type.Length, $"This record has no ID; it is cited as '{key}', after its first author and year.", $"To name it otherwise write a line: ID  - {key}");
}
