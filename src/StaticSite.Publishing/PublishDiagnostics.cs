using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Publishing;

/// <summary>Why something is not published. What a target answers is in the other part.</summary>
internal static partial class PublishDiagnostics
{
    /// <summary>Where no other place is known; whoever knows the target says its place instead.</summary>
    private static SourceSpan Settings { get; } = new("input/site.yml", 0, 0);

    public static Diagnostic UnknownTarget(string name, IReadOnlyCollection<string> known) => new(
        "publish/unknown-target", Severity.Error, Settings, $"No target is named '{name}'.",
        known.Count == 0
            ? "site.yml names none. Write, for example: publish: {targets: {production: {kind: s3, bucket: my-site}}}"
            : Nearest.Hint(name, known) ?? $"The targets are: {string.Join(", ", known)}.");

    public static Diagnostic BuiltForReview(string what, string option) => new(
        "publish/built-for-review", Severity.Error, Settings, $"The output holds {what}: it was built with {option}.", $"Run 'staticsite build' without {option}.");

    public static Diagnostic OtherBaseUrl(Uri built, Uri expected) => new(
        "publish/other-base-url", Severity.Error, Settings, $"The output was built for {built.AbsoluteUri}, and this target is {expected.AbsoluteUri}.",
        $"Run 'staticsite build --base-url {expected.AbsoluteUri.TrimEnd('/')}'.");

    public static Diagnostic OtherVersion(string built, string current) => new(
        "publish/other-version", Severity.Error, Settings, $"The output was built by {built}, and this is {current}.", "Run 'staticsite build'.");

    public static Diagnostic OutputOutdated() => new(
        "publish/output-outdated", Severity.Error, Settings, "The output is older than what stands in input/ and theme/.", "Run 'staticsite build'.");

    public static Diagnostic NameReserved(string path, string folder) => new(
        "publish/name-reserved", Severity.Error, Settings, $"'{path}' lies in '{folder}', where the target's own notes are kept.",
        "Rename the folder in input/static, or set another state_prefix.");

    public static Diagnostic DeletesMuch(int deletions, int standing) => new(
        "publish/deletes-much", Severity.Error, Settings,
        string.Create(CultureInfo.InvariantCulture, $"This would delete {deletions} of the site's {standing} files."),
        string.Create(CultureInfo.InvariantCulture, $"See which with --dry-run. If that is meant: --allow-deletes {deletions}"));

    public static Diagnostic ManifestDamaged(string target) => new(
        "publish/manifest-damaged", Severity.Warning, Settings, $"The manifest at {target} is missing or damaged; what stands there was listed and compared instead.");

    public static Diagnostic Resumed(string release) => new(
        "publish/resumed", Severity.Warning, Settings,
        release.Length == 0 ? "An earlier run was interrupted; this one finishes its work." : $"Release {release} was interrupted; this run finishes its work.");

    public static Diagnostic ChangedByOthers(string path, int others) => new(
        "publish/changed-by-others", Severity.Warning, Settings, $"'{path}'{AndOthers(others)} at the target is not what was published there.", "Publishing replaces what is not right.");

    public static Diagnostic MissingAtTarget(string path, int others) => new(
        "publish/missing-at-target", Severity.Warning, Settings, $"'{path}'{AndOthers(others)} is missing at the target.", "Publishing brings back what is missing.");

    /// <param name="stays">A release with a folder of its own has only what the site has.</param>
    public static Diagnostic ForeignFile(string path, int others, bool stays) => new(
        "publish/foreign-file", Severity.Warning, Settings,
        $"'{path}'{AndOthers(others)} at the target was not published by staticsite; {(stays ? "it is left alone" : "the next release will be without it")}.",
        stays ? null : "If readers need it, put it into input/static.");

    public static Diagnostic NoRelease(string place, string target) => new(
        "publish/no-release", Severity.Error, Settings, $"At {place} is no earlier release with other files than those that are served.",
        $"'staticsite releases {target}' lists what there is.");

    public static Diagnostic UnknownRelease(string id, IReadOnlyCollection<string> known) => new(
        "publish/unknown-release", Severity.Error, Settings, $"There is no release '{id}'.", $"The releases are: {string.Join(", ", known)}.");

    public static Diagnostic PurgeFailed(string reason) => new(
        "publish/purge-failed", Severity.Error, Settings, $"The site is published, but purge_command failed: {reason}",
        "Mend the command, and publish again: the same addresses are purged then.");

    private static string AndOthers(int others) => others switch
    {
        0 => "",
        1 => " and 1 other file",
        _ => string.Create(CultureInfo.InvariantCulture, $" and {others} other files"),
    };
}
