using StaticSite.Model;

namespace StaticSite.Read;

/// <summary>What can be wrong with files and folders, whatever they say.</summary>
internal static class ReadDiagnostics
{
    public static Diagnostic NoFolder(string path) => new(
        "read/no-folder", Severity.Error, At(path), $"The folder '{path}' does not exist.", "Run the command where 'input' and 'theme' stand, or name that folder with --root.");

    public static Diagnostic NoSettings(string? similar) => new(
        "read/no-settings", Severity.Error, At("input/site.yml"), "The settings input/site.yml do not exist.",
        similar is null ? "Write the file; it needs at least base_url, languages and title." : $"Rename '{similar}' to 'site.yml'.");

    public static Diagnostic DuplicateBundle(BundleFiles bundle, BundleFiles first) =>
        new("read/duplicate-bundle", Severity.Error, At(bundle.Path),
            $"The id '{bundle.Id}' is used by two folders{(bundle.Id == first.Id ? "" : ", which differ by letter case only")}.",
            "Rename one of the two folders.")
        {
            Notes = [new Note(At(first.Path), "First used here.")],
        };

    public static Diagnostic BadBundleName(string path, string name, string problem) => new(
        "read/bad-bundle-name", Severity.Error, At(path), $"The folder name '{name}' cannot be an id: it {problem}.", "Use letters, digits, '-' and '_'.");

    public static Diagnostic ReservedBundleName(string path, string name) => new(
        "read/reserved-bundle-name", Severity.Error, At(path), $"The folder name '{name}' cannot be an id: the site uses this word in its addresses.", "Choose another name.");

    public static Diagnostic BadFileName(string path) => new(
        "read/bad-file-name", Severity.Error, At(path), "The file's name contains characters that cannot stand in an address.",
        "Rename the file. Names written by an old Chinese system may be in GB18030 (GBK) and need converting.");

    public static Diagnostic LinkLeavesRoot(string path) => new(
        "read/link-leaves-root", Severity.Error, At(path), "This link leads out of the site's folder; it is not followed.", "Copy what it leads to.");

    public static Diagnostic LinkLoops(string path) => new(
        "read/link-loops", Severity.Error, At(path), "This link leads to a folder that it lies in; it is not followed.", "Remove the link.");

    public static Diagnostic Unreadable(string path, string reason) => new(
        "read/unreadable", Severity.Error, At(path), $"This cannot be read: {reason}", "Check that it exists and that you may read it.");

    public static Diagnostic UnexpectedFile(string path, string hint) => new(
        "read/unexpected-file", Severity.Warning, At(path), "Nothing reads this; it is ignored.", hint);

    public static Diagnostic TooLarge(string path, long length, long limit) => new(
        "read/too-large", Severity.Error, At(path), $"The text is {length / 1024 / 1024} MB long; {limit / 1024 / 1024} MB are the limit.", "Split it, or put it into input/static if it is not a text of the site.");

    public static Diagnostic NotUtf8(SourceSpan where, string what) => new(
        "read/not-utf-8", Severity.Error, where, $"The file is not UTF-8: {what}.",
        "Save it as UTF-8. Chinese Windows programs often save GB18030 (also called GBK or ANSI), and offer UTF-8 in 'Save as'.");

    public static Diagnostic ForbiddenCharacters(SourceSpan where, char first, int count) => new(
        "read/forbidden-characters", Severity.Warning, where,
        $"U+{(int)first:X4} stands here, a character that cannot be printed or that hides the order of the text"
            + $"{(count == 1 ? "" : $", and {count - 1} more in this file")}; replaced by U+FFFD.",
        "Remove it.");

    public static Diagnostic UnknownLanguageFile(string path, string name, IEnumerable<string> codes) => new(
        "read/unknown-language-file", Severity.Warning, At(path), $"'{name}' is not the file of a language of this site; it is ignored.",
        Nearest.Hint(name, codes.Select(code => code + ".md"))
            ?? $"The Markdown files of a folder are {string.Join(" and ", codes.Select(code => code + ".md"))}; a name that starts with a dot is left alone.");

    public static Diagnostic NoLanguageFile(string path, string hint) => new(
        "read/no-language-file", Severity.Warning, At(path), "The folder holds no text in any language of this site; it makes no page.", hint);

    private static SourceSpan At(string path) => new(path, 0, 0);
}
