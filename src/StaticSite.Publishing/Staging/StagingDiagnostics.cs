using StaticSite.Model;
using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Staging;

/// <summary>What keeps an output from being served as it is. Their places are files of the output, so that they have no line to show.</summary>
internal static class StagingDiagnostics
{
    private const string BuildAgain = "Build the site again: staticsite build";

    public static Diagnostic NoOutput(string shownAs) => new(
        "staging/no-output", Severity.Error, Place(shownAs, OutputManifest.FileName), $"'{shownAs}' holds no finished build.", BuildAgain);

    public static Diagnostic UnreadableManifest(string shownAs) => new(
        "staging/unreadable-manifest", Severity.Error, Place(shownAs, OutputManifest.FileName),
        "The list of what was built is damaged, or another version wrote it.", BuildAgain);

    public static Diagnostic InterruptedBuild(string shownAs) => new(
        "staging/interrupted-build", Severity.Error, Place(shownAs, OutputManifest.FileName), "The last build was interrupted.", BuildAgain);

    public static Diagnostic LinkInOutput(string shownAs, string path) => new(
        "staging/link-in-output", Severity.Error, Place(shownAs, path),
        $"'{path}' is a symbolic link. What it leads to is no part of the build.", "Put a copy of the file into input/static, and delete the link.");

    public static Diagnostic NameClash(string shownAs, string first, string second) => new(
        "staging/name-clash", Severity.Error, Place(shownAs, second),
        $"'{second}' and '{first}' differ in letter case or in how accents are composed only: many disks and servers take them for one.", "Rename one of them.")
    {
        Notes = [new Note(Place(shownAs, first), "The other one.")],
    };

    /// <param name="others">How many more are missing.</param>
    public static Diagnostic MissingFile(string shownAs, string path, int others) => new(
        "staging/missing-file", Severity.Error, Place(shownAs, path), $"'{path}'{And(others, "file", "files")} {(others == 0 ? "is" : "are")} no longer there.", BuildAgain);

    public static Diagnostic ChangedFile(string shownAs, string path, int others) => new(
        "staging/changed-file", Severity.Error, Place(shownAs, path), $"'{path}'{And(others, "file", "files")} changed since the site was built.", BuildAgain);

    public static Diagnostic UnknownFile(string shownAs, string path, int others) => new(
        "staging/unknown-file", Severity.Warning, Place(shownAs, path),
        $"'{path}'{And(others, "file", "files")} {(others == 0 ? "was" : "were")} not written by the build, and {(others == 0 ? "is" : "are")} not published.",
        "Put it into input/static, or delete it.");

    public static Diagnostic VariantTaken(string shownAs, string path, string compressed) => new(
        "staging/variant-taken", Severity.Warning, Place(shownAs, compressed),
        $"'{compressed}' stands where servers look for the compressed form of '{path}'.", "Rename it, unless it is just that.");

    /// <param name="others">On how many other pages the same stands.</param>
    public static Diagnostic AgainstPolicy(string shownAs, string path, Offending offending, int others) => new(
        "staging/against-policy", Severity.Warning, Place(shownAs, path),
        $"{What(offending.Offence)} '{offending.Excerpt}' in '{path}'{And(others, "page", "pages")} will not work: the Content-Security-Policy that the site is served with allows none.",
        offending.Offence is Offence.InlineStyle
            ? "Move it into a stylesheet of theme/assets."
            : "Move it into a script of theme/assets, or set a Content-Security-Policy for these addresses in site.yml, under 'publish: headers'.");

    public static Diagnostic StyleInPicture(string shownAs, string path, Offending offending, int others) => new(
        "staging/style-in-picture", Severity.Warning, Place(shownAs, path),
        $"Some browsers will leave out the style '{offending.Excerpt}' in '{path}'{And(others, "picture", "pictures")}, because of the Content-Security-Policy that the site is served with.",
        "Save the picture with presentation attributes (fill=\"…\") instead of style.");

    /// <param name="files">How many files go without a header that they should have.</param>
    public static Diagnostic TooManyHeaderRules(string file, int rules, int kept, int files) => new(
        "staging/too-many-header-rules", Severity.Warning, new SourceSpan(file, 0, 0),
        $"'_headers' would need {rules} rules, and Cloudflare Pages takes {kept}. The {rules - kept} rules for the fewest files were left out; {files} files lack a header there.",
        "Write fewer and wider patterns under 'publish: headers' in site.yml.");

    public static Diagnostic HeaderTooLong(string file, string name, int length, int longest) => new(
        "staging/header-too-long", Severity.Warning, new SourceSpan(file, 0, 0),
        $"The header '{name}' has {length} characters, and Cloudflare Pages takes lines of {longest}. It was left out of '_headers'.", "Shorten it under 'publish: headers' in site.yml.");

    public static Diagnostic TooManyRedirects(string file, int redirects, int kept) => new(
        "staging/too-many-redirects", Severity.Warning, new SourceSpan(file, 0, 0),
        $"The site has {redirects} redirects, and Cloudflare Pages takes {kept} short ones in '_redirects'. At the other old addresses the page itself leads on.", null);

    public static Diagnostic OwnServerFile(string shownAs, string name) => new(
        "staging/own-server-file", Severity.Warning, Place(shownAs, name), $"The site has a '{name}' of its own in input/static, so that none is written for it.", "Delete it to have the site's headers and redirects there.");

    private static string What(Offence offence) => offence switch
    {
        Offence.InlineScript => "The script",
        Offence.InlineHandler => "The handler",
        Offence.ScriptAddress => "The address",
        Offence.Evaluation => "The call",
        _ => "The style",
    };

    private static string And(int others, string one, string many) => others == 0 ? "" : $" and {others} other {(others == 1 ? one : many)}";

    private static SourceSpan Place(string shownAs, string path) => new($"{shownAs}/{path}", 0, 0);
}
