using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Publishing;

/// <summary>What a target answers, and who else is at work there.</summary>
internal static partial class PublishDiagnostics
{
    public static Diagnostic NoCredentials(SourceSpan where, string looked) => new(
        "publish/no-credentials", Severity.Error, where, $"There are no credentials for this target: {looked}.",
        "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write a profile into ~/.aws/credentials and name it as 'profile'.");

    public static Diagnostic CredentialsRefused(SourceSpan where, string answer) => new(
        "publish/credentials-refused", Severity.Error, where, $"The target does not know these credentials: {answer}", "Look whether key, secret and region are right.");

    public static Diagnostic NoBucket(Located<string> bucket) => new(
        "publish/no-bucket", Severity.Error, bucket.Where, $"There is no bucket '{bucket.Value}' at this endpoint.", "Create it, or mend 'bucket', 'endpoint' or 'region'.");

    public static Diagnostic NotAllowed(SourceSpan where, string what) => new(
        "publish/not-allowed", Severity.Error, where, $"These credentials may not {what}.", "The target needs the rights to list, read, write and delete.");

    public static Diagnostic ClockSkew(SourceSpan where) => new(
        "publish/clock-skew", Severity.Error, where, "The clock of this machine and the target's are too far apart.", "Set the clock, and publish again.");

    public static Diagnostic Vanished(SourceSpan where, string what) => new(
        "publish/vanished", Severity.Error, where, $"{what} is no longer at the target.", "Build and publish the site: that sends what is missing.");

    public static Diagnostic StoreFailed(SourceSpan where, string answer) => new(
        "publish/store-failed", Severity.Error, where, $"The target failed: {answer}", "Publish again: it goes on where it stopped.");

    public static Diagnostic Unreachable(SourceSpan where, string reason) => new(
        "publish/unreachable", Severity.Error, where, $"The target cannot be reached: {reason}", "Look whether 'endpoint' is right and the network is up, and publish again: it goes on where it stopped.");

    public static Diagnostic ArrivedWrong(SourceSpan where, string what) => new(
        "publish/arrived-wrong", Severity.Error, where, $"{what} arrived as something else than was sent.", "Publish again. If that does not help, the store is not one that this program can use.");

    public static Diagnostic SourceChanged(string path) => new(
        "publish/source-changed", Severity.Error, Settings, $"'{path}' changed or vanished while it was sent.", "Run 'staticsite build', and publish again.");

    public static Diagnostic NoCreateOnly(SourceSpan where, string write) => new(
        "publish/no-create-only", Severity.Error, where, $"The target does not refuse a second write of one name ({write}): two publishers could not be kept apart.",
        "Set 'create_only' to what this store has: if-none-match, oss, or cos.");

    public static Diagnostic NotOurs(SourceSpan where, string target, int files) => new(
        "publish/not-ours", Severity.Error, where,
        string.Create(CultureInfo.InvariantCulture, $"At {target} stands another site: {files} of its files have the names of this one's."),
        "Look whether the target is right. If that site is to be replaced: --adopt");

    public static Diagnostic Locked(string who) => new(
        "publish/locked", Severity.Error, Settings, who,
        "Wait until that is done. If that publisher is no longer alive: --take-lock");

    public static Diagnostic LockAlive(string holder) => new(
        "publish/lock-alive", Severity.Error, Settings, $"{holder} is publishing here, and shows signs of life.", "Wait until that is done.");

    public static Diagnostic LockLost() => new(
        "publish/lock-lost", Severity.Error, Settings, "Somebody else has taken over this target while it was published.", "Look who, and publish again.");

    public static Diagnostic LockTaken(string holder, string since) => new(
        "publish/lock-taken", Severity.Warning, Settings, $"The lock of {holder}, who began at {since} and did not finish, was taken over.");

    public static Diagnostic NoFolder(Located<string> path) => new(
        "publish/no-folder", Severity.Error, path.Where, $"The folder '{path.Value}' does not exist, nor does the one that it is to lie in.", "Create it, or mend 'path'.");

    public static Diagnostic FolderRefused(Located<string> path, string reason) => new(
        "publish/folder-refused", Severity.Error, path.Where, $"'{path.Value}' cannot be published to: {reason}", "Name a folder that is empty, or one that staticsite publishes to.");

    public static Diagnostic NoAtomicSwitch(Located<string> path) => new(
        "publish/no-atomic-switch", Severity.Error, path.Where, "Windows cannot exchange a folder in one step.", "Publish to folders from Linux or macOS.");

    public static Diagnostic DiskFull(string path) => new(
        "publish/disk-full", Severity.Error, Settings, $"There is no space left for '{path}'.", "Make room, and publish again.");

    public static Diagnostic DiskFailed(string reason) => new(
        "publish/disk-failed", Severity.Error, Settings, $"The disk failed: {reason}", "Publish again when that is mended.");
}
