namespace StaticSite.Citations.Formats.BibTex;

/// <summary>What can be wrong with a BibTeX file.</summary>
internal static class BibTexProblems
{
    public static ReferenceProblem NotClosed(int start, int length, string opened, string what, char close) => new(
        ProblemCodes.NotClosed, ProblemSeverity.Error, start, length, $"{what} is opened with {opened} and not closed.", $"Write {close} at its end.");

    public static ReferenceProblem NoKey(int start, int length, string type) => new(
        ProblemCodes.NoKey, ProblemSeverity.Error, start, length, "This reference has no key, so that no text can cite it.", $"Write @{type}{{choi2020, …}}");

    public static ReferenceProblem NoBrace(int start, int length, string type) => new(
        ProblemCodes.BadField, ProblemSeverity.Error, start, length, $"A brace is missing after '@{type}'.", $"Write @{type}{{choi2020, …}}");

    public static ReferenceProblem UnknownType(int start, string type) => new(
        ProblemCodes.UnknownType, ProblemSeverity.Warning, start, type.Length, $"'{Quote(type)}' is not a BibTeX entry type.", "Usual types are article, book, incollection, techreport, online.");

    public static ReferenceProblem UnknownField(RawField field, int nameStart) => new(
        ProblemCodes.UnknownField, ProblemSeverity.Info, nameStart, field.Name.Length, $"'{Quote(field.Name)}' is not a BibTeX field that is printed.", "Remove it if it is not meant for another program.");

    public static ReferenceProblem StrayBrace(int start) => new(
        ProblemCodes.StrayBrace, ProblemSeverity.Error, start, 1, "This brace closes nothing: the entry above it ended before, and what stands between is lost.",
        "Remove one closing brace too many above.");

    public static ReferenceProblem MissingComma(int start, int length, string after) => new(
        ProblemCodes.MissingComma, ProblemSeverity.Warning, start, length, $"A comma is missing after '{Quote(after)}'.", "Write a comma between fields, and after the key.");

    public static ReferenceProblem BadField(int start, char written) => new(
        ProblemCodes.BadField, ProblemSeverity.Error, start, 1, $"A field is expected here, not '{written}'.", "A field is written: title = {…}");

    public static ReferenceProblem MissingEquals(int start, string name) => new(
        ProblemCodes.BadField, ProblemSeverity.Error, start, name.Length, $"An equals sign is missing after '{Quote(name)}'.", $"Write {Quote(name)} = {{…}}");

    public static ReferenceProblem ValueWithoutBraces(int start, string written, string field) => new(
        ProblemCodes.ValueWithoutBraces, ProblemSeverity.Warning, start, written.Length, $"The value of '{field}' stands without braces; it is taken as it stands.", $"Write {field} = {{{Quote(written)}}}");

    public static ReferenceProblem UndefinedString(int start, string name) => new(
        ProblemCodes.UndefinedString, ProblemSeverity.Warning, start, name.Length, $"No @string defines '{Quote(name)}'; it is taken as it stands.",
        $"Write {{{Quote(name)}}} if it is a text.");

    public static ReferenceProblem StringsTooLong(int start, string name) => new(
        ProblemCodes.StringsTooLong, ProblemSeverity.Error, start, name.Length, $"With '{Quote(name)}' the texts that @string gives become too long; it is left out.", "An @string is for a name that occurs often.");

    public static ReferenceProblem DuplicateField(int start, string name) => new(
        ProblemCodes.DuplicateField, ProblemSeverity.Warning, start, name.Length, $"The field '{Quote(name)}' is given twice; the first one counts.", "Remove one of the two.");

    public static ReferenceProblem ParentNotFound(RawField field) => new(
        ProblemCodes.ParentNotFound, ProblemSeverity.Warning, field.Start, field.Length, $"'{Quote(field.Value)}' in '{field.Name}' is no key of this file; nothing is inherited.",
        "Write the key of an entry in the same file.");

    public static ReferenceProblem UnknownCommand(RawField field, string command) => new(
        ProblemCodes.UnknownCommand, ProblemSeverity.Warning, field.Start, field.Length, $"The LaTeX command '\\{Quote(command)}' in '{field.Name}' is not known; it is left out.",
        "Write the character itself.");

    public static ReferenceProblem NamesNotSeparated(RawField field, string name) => new(
        ProblemCodes.NamesNotSeparated, ProblemSeverity.Warning, field.Start, field.Length, $"'{Quote(name)}' in '{field.Name}' is not one name.",
        "Write 'and' between names: Choi, C. B. and Lee, T. Y.; and braces around an institution: {World Health Organization}");

    public static ReferenceProblem BadDate(RawField field, string problem) => FormatProblems.BadDate(field.Name, field.Start, field.Length, problem, "date = {2020-05-12}");

    private static string Quote(string text) => FormatProblems.Quote(text);
}
