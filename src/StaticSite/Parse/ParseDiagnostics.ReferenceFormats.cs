using StaticSite.Citations.Formats;
using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong with BibTeX and RIS as such. Their readers know the words.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic ReferenceNotClosed(ReferenceProblem problem, SourceSpan where) => Reported("parse/reference-not-closed", problem, where);

    public static Diagnostic BibTexStrayBrace(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-stray-brace", problem, where);

    public static Diagnostic BibTexMissingComma(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-missing-comma", problem, where);

    public static Diagnostic BibTexBadField(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-bad-field", problem, where);

    public static Diagnostic BibTexValueWithoutBraces(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-value-without-braces", problem, where);

    public static Diagnostic BibTexUndefinedString(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-undefined-string", problem, where);

    public static Diagnostic BibTexStringsTooLong(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-strings-too-long", problem, where);

    public static Diagnostic BibTexDuplicateField(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-duplicate-field", problem, where);

    public static Diagnostic BibTexParentNotFound(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-parent-not-found", problem, where);

    public static Diagnostic BibTexUnknownCommand(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-unknown-command", problem, where);

    public static Diagnostic BibTexNamesNotSeparated(ReferenceProblem problem, SourceSpan where) => Reported("parse/bibtex-names-not-separated", problem, where);

    public static Diagnostic RisKeyMade(ReferenceProblem problem, SourceSpan where) => Reported("parse/ris-key-made", problem, where);

    public static Diagnostic RisOutsideRecord(ReferenceProblem problem, SourceSpan where) => Reported("parse/ris-outside-record", problem, where);

    private static Diagnostic Reported(string code, ReferenceProblem problem, SourceSpan where)
    {
        var severity = problem.Severity switch
        {
            ProblemSeverity.Error => Severity.Error,
            ProblemSeverity.Warning => Severity.Warning,
            _ => Severity.Info,
        };
        return new Diagnostic(code, severity, where, problem.Message, problem.Hint);
    }
}
