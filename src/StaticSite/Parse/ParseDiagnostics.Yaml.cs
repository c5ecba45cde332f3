using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong with YAML as such, whatever it says.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic YamlSyntax(SourceSpan where, string reason) => new(
        "parse/yaml-syntax", Severity.Error, where, $"This cannot be read as YAML: {reason}",
        "Compare the line and the one before it with their neighbours: spaces at the start, a colon and a space after each key.");

    public static Diagnostic YamlTab(SourceSpan where) => new(
        "parse/yaml-tab", Severity.Error, where, "A tab indents this line; YAML allows spaces only.", "Replace the tab by two spaces.");

    public static Diagnostic YamlUnclosedQuote(SourceSpan where, char quote) => new(
        "parse/yaml-unclosed-quote", Severity.Error, where, $"The quotation mark {quote} is opened here and not closed.",
        $"Write {quote} at the end of the text too.");

    public static Diagnostic YamlUnclosedBracket(SourceSpan where, char open, char close) => new(
        "parse/yaml-unclosed-bracket", Severity.Error, where, $"The bracket '{open}' is opened here and not closed.",
        $"Write '{close}' after the last entry.");

    public static Diagnostic YamlInBrackets(SourceSpan where, char found, char close) => new(
        "parse/yaml-in-brackets", Severity.Error, where, $"'{found}' does not fit here: entries in brackets are separated by ', ' and end with '{close}'.",
        "Put quotation marks around an entry that contains brackets, commas, colons or quotation marks.");

    public static Diagnostic YamlColonInText(SourceSpan where, string text) => new(
        "parse/yaml-colon-in-text", Severity.Error, where, $"A text that contains ': ' must stand in quotation marks: {text}",
        $"Write \"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");

    public static Diagnostic YamlIndentation(SourceSpan where) => new(
        "parse/yaml-indentation", Severity.Error, where, "This line starts at a column where it belongs neither to the line before it nor beside a key.",
        "Let it start at the same column as the keys or dashes that it stands beside.");

    public static Diagnostic YamlNeedsQuotes(SourceSpan where, char start) => new(
        "parse/yaml-needs-quotes", Severity.Error, where, $"A text that starts with '{start}' must stand in quotation marks.",
        "Put \" before and after the text.");

    public static Diagnostic YamlTextAfterQuote(SourceSpan where) => new(
        "parse/yaml-text-after-quote", Severity.Error, where, "Text follows after the closing quotation mark or bracket.",
        "Put the whole text in quotation marks, and write \\\" for a quotation mark within it.");

    public static Diagnostic YamlUnknownEscape(SourceSpan where, string escape) => new(
        "parse/yaml-unknown-escape", Severity.Error, where, $"'{escape}' means nothing between double quotation marks.",
        "Write \\\\ for a backslash, or use single quotation marks.");

    public static Diagnostic YamlWideColon(SourceSpan where, string key) => new(
        "parse/yaml-wide-colon", Severity.Error, where, $"After '{key}' stands the Chinese colon '：'.", $"Write '{key}: ' with the Latin colon and a space.");

    public static Diagnostic YamlMissingSpace(SourceSpan where, string key) => new(
        "parse/yaml-missing-space", Severity.Error, where, $"After '{key}:' a space is missing.", $"Write '{key}: ' with a space after the colon.");

    public static Diagnostic YamlMissingColon(SourceSpan where, string line) => new(
        "parse/yaml-missing-colon", Severity.Error, where, $"'{Quote(line)}' has no colon.", "Write a key, a colon, a space and the value; or indent the line if it continues the text before it.");

    public static Diagnostic YamlListOnKeyLine(SourceSpan where) => new(
        "parse/yaml-list-on-key-line", Severity.Error, where, "A list with dashes cannot start on the line of its key.",
        "Write [first, second], or each entry on a line of its own.");

    public static Diagnostic YamlWideSpace(SourceSpan where) => new(
        "parse/yaml-wide-space", Severity.Error, where, "A wide or invisible space stands here, which YAML takes for a letter.", "Replace it by ordinary spaces.");

    public static Diagnostic YamlAnchor(SourceSpan where, string text) => new(
        "parse/yaml-anchor", Severity.Error, where, $"'{text}' is a YAML anchor or alias; these are not supported.",
        "Put quotation marks around a text that starts with '&' or '*'; write a value out where it is used.");

    public static Diagnostic YamlTag(SourceSpan where, string tag) => new(
        "parse/yaml-tag", Severity.Warning, where, $"The YAML tag '{tag}' is ignored.", "Remove it, or put quotation marks around a text that starts with '!'.");

    public static Diagnostic YamlSecondDocument(SourceSpan where) => new(
        "parse/yaml-second-document", Severity.Error, where, "A second YAML document starts here; a file holds one.", "Remove the line '---' or '...'.");

    public static Diagnostic YamlDuplicateKey(string key, SourceSpan where, SourceSpan first) =>
        new("parse/yaml-duplicate-key", Severity.Error, where, $"The key '{key}' is used twice.", "Remove one of the two.")
        {
            Notes = [new Note(first, "First used here.")],
        };

    public static Diagnostic YamlKeyNotText(SourceSpan where) => new(
        "parse/yaml-key", Severity.Error, where, "A list or a group of keys cannot be a key.", "Write a text before the colon.");

    public static Diagnostic YamlTooDeep(SourceSpan where, int limit) => new(
        "parse/yaml-too-deep", Severity.Error, where, $"Lists and keys are nested deeper than {limit} levels.", "Nothing that this tool reads is nested so deep.");

    public static Diagnostic YamlForbiddenCharacter(SourceSpan where, char character) => new(
        "parse/yaml-forbidden-character", Severity.Warning, where, $"The text contains U+{(int)character:X4}, a character that cannot be printed; it is replaced by U+FFFD.",
        "Remove it.");
}
