using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>What can be wrong with one value, in whichever file.</summary>
internal static partial class ParseDiagnostics
{
    private const int LongestQuote = 60;

    public static Diagnostic UnknownKey(string key, SourceSpan where, IEnumerable<string> known) => new(
        "parse/unknown-key", Severity.Warning, where, $"The key '{Quote(key)}' is not known here; it is ignored.", Nearest.Hint(key, known) ?? "Remove it.");

    public static Diagnostic WrongType(string key, string expected, string example, YamlNode node) => new(
        "parse/wrong-type", Severity.Error, node.Where, $"'{key}' must be {expected}, not {Describe(node)}.", $"For example: {example}");

    public static Diagnostic MissingKey(string key, SourceSpan where, string example) => new(
        "parse/missing-key", Severity.Error, where, $"'{key}' is missing.", $"Write: {example}");

    public static Diagnostic MisspeltKey(string key, string written, SourceSpan where) => new(
        "parse/misspelt-key", Severity.Error, where, $"'{key}' is missing; '{written}' stands here.", $"Write '{key}:'.");

    public static Diagnostic WrongEntry(string key, string expected, string example, YamlNode node) => new(
        "parse/wrong-entry", Severity.Error, node.Where, $"An entry of '{key}' must be {expected}, not {Describe(node)}.", $"For example: {example}");

    public static Diagnostic EntriesNotSeparated(string key, Located<string> text, IEnumerable<string> entries) => new(
        "parse/entries-not-separated", Severity.Error, text.Where, $"'{Quote(text.Value)}' is one entry of '{key}'.",
        $"If several are meant, write: [{string.Join(", ", entries)}]");

    public static Diagnostic EmptyEntry(string key, SourceSpan where) => new(
        "parse/empty-entry", Severity.Error, where, $"An entry of '{key}' is empty.", "Remove the entry, or write what belongs there.");

    public static Diagnostic ListedTwice(string key, Located<string> id, SourceSpan first) =>
        new("parse/listed-twice", Severity.Warning, id.Where, $"'{key}' names '{id.Value}' twice.", "Remove one of the two.")
        {
            Notes = [new Note(first, "First named here.")],
        };

    public static Diagnostic BadId(string key, Located<string> id, string problem) => new(
        "parse/bad-id", Severity.Error, id.Where, $"'{Quote(id.Value)}' cannot stand in '{key}': it {problem}, and it becomes part of an address.",
        SuggestId(id.Value) is { } better ? $"Write '{better}'." : "Use letters, digits and '-'.");

    public static Diagnostic KeysExpected(YamlNode root) => new(
        "parse/keys-expected", Severity.Error, root.Where, $"Keys are expected here, each with a colon and a space after it, not {root.Kind}.",
        "Write lines like 'title: Some words'.");

    public static Diagnostic BadDate(Located<string> text, string key, string problem, string hint) => new(
        "parse/bad-date", Severity.Error, text.Where, $"'{Quote(text.Value)}' cannot be '{key}': {problem}", hint);

    public static Diagnostic UnknownLanguage(string code, SourceSpan where, IEnumerable<string> known) => new(
        "parse/unknown-language", Severity.Warning, where, $"'{Quote(code)}' is not a language of this site; the text is ignored.",
        Nearest.Hint(code, known) ?? $"The languages in site.yml are: {string.Join(", ", known)}.");

    public static Diagnostic TextMissesLanguage(string what, SourceSpan where, string code) => new(
        "parse/text-misses-language", Severity.Warning, where, $"'{what}' has no text in '{code}'.", $"Add: {code}: …");

    public static Diagnostic BadWebAddress(string key, Located<string> url) => new(
        "parse/bad-web-address", Severity.Error, url.Where, $"'{Quote(url.Value)}' in '{key}' is not an address on the web.",
        "Write it in full, starting with https:// or http://.");

    /// <summary>Long texts are cut where a message quotes them.</summary>
    private static string Quote(string text) => text.Length <= LongestQuote ? text : $"{text.AsSpan(0, LongestQuote)}…";

    private static string Describe(YamlNode node) => node is YamlScalar { IsNull: false } scalar ? $"'{Quote(scalar.Text)}'" : node.Kind;

    private static string? SuggestId(string id)
    {
        var parts = id.Split([' ', '/', '\\', '?', '#', '%', '<', '>', ':', '"', '|', '*', '\t', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var better = string.Join('-', parts.Select(part => part.Trim('.')).Where(part => part.Length > 0));
        return AddressName.FindProblem(better) is null ? better : null;
    }
}
