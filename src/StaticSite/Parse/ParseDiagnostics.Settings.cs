using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong with site.yml, input/data and theme/strings.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic BadBaseUrl(Located<string> url) => new(
        "parse/bad-base-url", Severity.Error, url.Where, $"'{Quote(url.Value)}' cannot be 'base_url': it must be the full address of a host, without a path, '?' or '#'.",
        "For example: base_url: https://example.org");

    public static Diagnostic UnknownTimeZone(Located<string> zone, IEnumerable<string> known) => new(
        "parse/unknown-time-zone", Severity.Error, zone.Where, $"'{Quote(zone.Value)}' is not a time zone of this computer.",
        Nearest.Hint(zone.Value, known) ?? "For example: time_zone: Asia/Shanghai");

    public static Diagnostic BadLanguageCode(Located<string> code) => new(
        "parse/bad-language-code", Severity.Error, code.Where, $"'{Quote(code.Value)}' cannot be a language's code.",
        "Write two or three small letters, for example zh, en, or zh-Hant. What belongs to the language besides is its 'tag'.");

    public static Diagnostic BadLanguageTag(Located<string> tag) => new(
        "parse/bad-language-tag", Severity.Error, tag.Where, $"'{Quote(tag.Value)}' is not a language tag.", "For example: tag: zh-CN");

    public static Diagnostic DuplicateLanguage(string code, SourceSpan where, SourceSpan first) =>
        new("parse/duplicate-language", Severity.Error, where, $"The language '{code}' is named twice.", "Remove one of the two.")
        {
            Notes = [new Note(first, "First named here.")],
        };

    public static Diagnostic NotAStaticFile(string key, Located<string> file) => new(
        "parse/not-a-static-file", Severity.Error, file.Where, $"'{Quote(file.Value)}' in '{key}' is not the name of a file in input/static.", $"For example: {key}: wechat.png");

    public static Diagnostic UnknownPersonKind(Located<string> kind) => new(
        "parse/unknown-person-kind", Severity.Error, kind.Where, $"'{Quote(kind.Value)}' is not a kind of author.", "Write kind: person or kind: organization.");

    public static Diagnostic BadOrcid(Located<string> orcid) => new(
        "parse/bad-orcid", Severity.Warning, orcid.Where, $"'{Quote(orcid.Value)}' is not an ORCID iD; it is left out.", "For example: orcid: 0000-0002-1825-0097");

    public static Diagnostic UnknownStringForm(string form, SourceSpan where, IEnumerable<string> known) => new(
        "parse/unknown-plural", Severity.Warning, where, $"'{Quote(form)}' is not a plural form; it is ignored.",
        Nearest.Hint(form, known) ?? $"The forms are: {string.Join(", ", known)}.");

    public static Diagnostic StringWithoutOther(string key, SourceSpan where) => new(
        "parse/plural-without-other", Severity.Error, where, $"'{Quote(key)}' has no form 'other', which every language needs.", "Add: other: {0} …");

    public static Diagnostic BadEditorLink(Located<string> template, string problem) => new(
        "parse/bad-editor-link", Severity.Error, template.Where, $"'{Quote(template.Value)}' cannot open an editor: it {problem}.",
        $"For example: editor: \"{EditorLink.Default.Template}\"");
}
