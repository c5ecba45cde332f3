namespace StaticSite.Citations.Csl.Clusters;

/// <summary>Authors write "see" and "at the end" without the space that parts it from the cite.</summary>
internal static class CiteAffixes
{
    public static string Prefix(string prefix) =>
        prefix.Length > 0 && (IsWord(prefix[^1]) || prefix[^1] is ',' or '.' or ':' or ';' or '!' or '?' or ']') ? prefix + " " : prefix;

    public static string Suffix(string suffix) => suffix.Length > 0 && (IsWord(suffix[0]) || suffix[0] is '[' or '(' or '\u201C') ? " " + suffix : suffix;

    /// <summary>Han characters need no space.</summary>
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && c < '\u2E80';
}
