namespace StaticSite.Citations.Formats;

/// <summary>The kinds of problems that the readers find. Scripts may match them.</summary>
public static class ProblemCodes
{
    public const string BadIdentifier = "bad-identifier";
    public const string WrongCheckDigit = "wrong-check-digit";
    public const string BadDate = "bad-reference-date";
    public const string DateAsWords = "reference-date-as-words";
    public const string UnknownType = "unknown-reference-type";
    public const string UnknownField = "unknown-reference-key";
    public const string NoKey = "reference-without-id";
    public const string NotClosed = "reference-not-closed";
    public const string StrayBrace = "bibtex-stray-brace";
    public const string MissingComma = "bibtex-missing-comma";
    public const string BadField = "bibtex-bad-field";
    public const string ValueWithoutBraces = "bibtex-value-without-braces";
    public const string UndefinedString = "bibtex-undefined-string";
    public const string StringsTooLong = "bibtex-strings-too-long";
    public const string DuplicateField = "bibtex-duplicate-field";
    public const string ParentNotFound = "bibtex-parent-not-found";
    public const string UnknownCommand = "bibtex-unknown-command";
    public const string NamesNotSeparated = "bibtex-names-not-separated";
    public const string RisKeyMade = "ris-key-made";
    public const string RisOutsideRecord = "ris-outside-record";
}
