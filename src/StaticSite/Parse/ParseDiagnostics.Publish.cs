using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>What can be wrong with the targets in site.yml.</summary>
internal static partial class ParseDiagnostics
{
    public static Diagnostic UnknownChoice(string key, Located<string> written, IEnumerable<string> choices) => new(
        "parse/unknown-choice", Severity.Error, written.Where, $"'{Quote(written.Value)}' cannot be '{key}'.",
        Nearest.Hint(written.Value, choices) ?? $"The choices are: {string.Join(", ", choices)}.");

    /// <param name="where">Of the key: the value is not quoted.</param>
    public static Diagnostic SecretInSettings(string key, SourceSpan where) => new(
        "parse/secret-in-settings", Severity.Error, where, $"The secret in '{key}' does not belong into a file that is shared.",
        "Remove it, and set the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a 'profile' of your credentials file. A secret that was shared is to be replaced.")
    {
        HidesText = true,
    };

    public static Diagnostic BadPrefix(string key, Located<string> prefix) => new(
        "parse/bad-prefix", Severity.Error, prefix.Where, $"'{Quote(prefix.Value)}' cannot be '{key}'.", $"Write names with '/' between them, for example: {key}: sites/main");

    public static Diagnostic StateAmongPages(SourceSpan where) => new(
        "parse/state-among-pages", Severity.Error, where, "'state_prefix' must be another one than 'prefix': what stands there is not to be served.",
        "For example: state_prefix: .staticsite");
}
