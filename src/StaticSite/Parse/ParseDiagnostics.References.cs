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

    public static Diagnostic ReferenceWithoutId(SourceSpan where) => new(
        "parse/reference-without-id", Severity.Error, where, "This reference has no id, so that no text can cite it.", "Add: id: choi2020");

    public static Diagnostic BadReferenceId(Located<string> id) => new(
        "parse/bad-reference-id", Severity.Error, id.Where, $"'{Quote(id.Value)}' cannot be cited: an id has no spaces, brackets, commas or quotation marks.",
        "For example: choi2020");

    public static Diagnostic DuplicateReference(Located<Item> item, SourceSpan first) =>
        new("parse/duplicate-reference", Severity.Error, item.Where, $"The id '{item.Value.Id}' is used for two references.", "Rename one of the two, or remove it.")
        {
            Notes = [new Note(first, "First used here.")],
        };

    public static Diagnostic UnknownReferenceKey(string key, SourceSpan where, string nearest) => new(
        "parse/unknown-reference-key", Severity.Warning, where, $"'{Quote(key)}' is not a CSL variable.", $"Did you mean '{nearest}'?");

    public static Diagnostic UnknownReferenceType(Located<string> type) => new(
        "parse/unknown-reference-type", Severity.Warning, type.Where, $"'{Quote(type.Value)}' is not a CSL item type.",
        Nearest.Hint(type.Value, CslVocabulary.Types.Order(StringComparer.Ordinal)) ?? "Usual types are article-journal, book, chapter, report, webpage.");

    public static Diagnostic BadIdentifier(string key, Located<string> value, string example) => new(
        "parse/bad-identifier", Severity.Warning, value.Where, $"'{Quote(value.Value)}' is not a {key}; it is left out.", $"For example: {key}: {example}");

    public static Diagnostic EmptyName(string key, SourceSpan where) => new(
        "parse/empty-name", Severity.Warning, where, $"A name in '{key}' is empty; it is left out.", "Write {family: …, given: …}, or {literal: …} for an institution.");

    public static Diagnostic BadReferenceDate(string key, SourceSpan where, string problem) => new(
        "parse/bad-reference-date", Severity.Warning, where, $"The date in '{key}' is left out: {problem}.", "For example: issued: 2020-05-12");

    public static Diagnostic ReferenceDateAsWords(string key, SourceSpan where, string text) => new(
        "parse/reference-date-as-words", Severity.Warning, where, $"'{Quote(text)}' in '{key}' is not read as a date; it is printed as it stands.",
        "Write 2020, 2020-05 or 2020-05-12; or {literal: …} if it is meant as words.");

    public static Diagnostic ReferenceFormatNotRead(SourceSpan where, string extension) => new(
        "parse/reference-format", Severity.Error, where, $"References in {extension} files are not read yet.",
        "Export them as CSL-YAML or CSL-JSON, to references.yml or references.json.");
}
