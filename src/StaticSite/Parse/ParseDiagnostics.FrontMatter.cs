using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong with the front matter of a Markdown file.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic FrontMatterMissing(SourceSpan where) => new(
        "parse/no-front-matter", Severity.Error, where, "The file does not start with front matter.",
        "Let the file start with these three lines: '---', 'title: The title', '---'.");

    public static Diagnostic FrontMatterNotFirst(SourceSpan where) => new(
        "parse/front-matter-not-first", Severity.Error, where, "Empty lines or spaces stand before the front matter.", "Let '---' be the first line of the file.");

    public static Diagnostic FrontMatterNotYaml(SourceSpan where, string fence) => new(
        "parse/front-matter-not-yaml", Severity.Error, where, $"The front matter starts with '{fence}', which is not YAML.",
        "Write YAML between two lines of '---', for example 'title: The title' (not 'title = \"The title\"').");

    public static Diagnostic FrontMatterUnclosed(SourceSpan where) => new(
        "parse/front-matter-unclosed", Severity.Error, where, "The front matter is opened here and not closed.", "Write a line '---' after its last key.");

    public static Diagnostic ReservedSlug(Located<string> slug) => new(
        "parse/reserved-slug", Severity.Error, slug.Where, $"'{slug.Value}' cannot be a slug: the site uses this address itself.", "Choose another word.");

    public static Diagnostic NotALanguage(string key, Located<string> code, IEnumerable<string> known) => new(
        "parse/not-a-language", Severity.Error, code.Where, $"'{Quote(code.Value)}' in '{key}' is not a language of this site.",
        Nearest.Hint(code.Value, known) ?? $"The languages in site.yml are: {string.Join(", ", known)}.");

    public static Diagnostic NotAFileName(string key, Located<string> file) => new(
        "parse/not-a-file-name", Severity.Error, file.Where, $"'{Quote(file.Value)}' in '{key}' is not the name of a file in this folder.", $"For example: {key}: picture.jpg");

    public static Diagnostic NotACitationKey(string key, string written, SourceSpan where) => new(
        "parse/not-a-citation-key", Severity.Error, where, $"'{Quote(written)}' in '{key}' is not a citation key.",
        "Name the key of a reference, or write the work here: {id: choi2020, text: \"Choi CB, …\"}.");

    public static Diagnostic RelatedWithoutTitle(string url, SourceSpan where) => new(
        "parse/related-without-title", Severity.Error, where, $"The address '{Quote(url)}' in 'related' has no title.",
        $"Write: {{title: \"The title\", url: \"{Quote(url)}\"}}");

    public static Diagnostic BadAlias(Located<string> alias, string problem) => new(
        "parse/bad-alias", Severity.Error, alias.Where, $"'{Quote(alias.Value)}' cannot be an alias: {problem}.", "For example: aliases: [/old-address/]");
}
