using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>What can be wrong with references and their files.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic NotAReference(YamlNode node) => new(
        "parse/not-a-reference", Severity.Error, node.Where, $"A reference is expected here, not {Describe(node)}.",
        "Write '- {id: choi2020, title: …}', or '- choi2020: the whole entry as one text'.");

    public static Diagnostic ReferenceWithoutId(SourceSpan where, string hint = "Add: id: choi2020") => new(
        "parse/reference-without-id", Severity.Error, where, "This reference has no id, so that no text can cite it.", hint);

    public static Diagnostic BadReferenceId(Located<string> id) => new(
        "parse/bad-reference-id", Severity.Error, id.Where, $"'{Quote(id.Value)}' cannot be cited: an id has no spaces, brackets, commas or quotation marks.",
        "For example: choi2020");

    public static Diagnostic DuplicateReference(Located<Item> item, SourceSpan first) =>
        new("parse/duplicate-reference", Severity.Error, item.Where, $"The id '{item.Value.Id}' is used for two references.", "Rename one of the two, or remove it.")
        {
            Notes = [new Note(first, "First used here.")],
        };

    public static Diagnostic UnknownReferenceKey(string key, SourceSpan where, string kind, string nearest) => new(
        "parse/unknown-reference-key", Severity.Warning, where, $"'{Quote(key)}' is not {kind}.", $"Did you mean '{nearest}'?");

    public static Diagnostic UnknownReferenceType(Located<string> type, string kind, string hint) => new(
        "parse/unknown-reference-type", Severity.Warning, type.Where, $"'{Quote(type.Value)}' is not {kind}.", hint);

    public static Diagnostic BadIdentifier(SourceSpan where, string message, string hint) => new("parse/bad-identifier", Severity.Warning, where, message, hint);

    public static Diagnostic WrongCheckDigit(SourceSpan where, string message, string hint) => new("parse/wrong-check-digit", Severity.Warning, where, message, hint);

    public static Diagnostic EmptyName(string key, SourceSpan where) => new(
        "parse/empty-name", Severity.Warning, where, $"A name in '{key}' is empty; it is left out.", "Write {family: …, given: …}, or {literal: …} for an institution.");

    public static Diagnostic BadReferenceDate(SourceSpan where, string message, string hint) => new("parse/bad-reference-date", Severity.Warning, where, message, hint);

    public static Diagnostic ReferenceDateAsWords(SourceSpan where, string message, string hint) => new("parse/reference-date-as-words", Severity.Warning, where, message, hint);
}
