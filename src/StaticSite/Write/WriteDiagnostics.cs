using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>Their places are files of the output, so that they have no line to show.</summary>
internal static class WriteDiagnostics
{
    public static Diagnostic UnknownFile(OutputFolder folder, string path) => new(
        "write/unknown-file", Severity.Warning, Place(folder, path),
        $"'{path}' was not written by staticsite. It is left as it is, and is not published.",
        "Put it into input/static, or delete it.");

    public static Diagnostic FileInTheWay(OutputFolder folder, string path, string wanted) => new(
        "write/file-in-the-way", Severity.Error, Place(folder, path),
        $"'{path}' was not written by staticsite, and stands where '{wanted}' must be written.",
        "Move it out of the output folder.");

    public static Diagnostic PathNotAllowed(OutputFolder folder, string path, string fault) => new(
        "write/path-not-allowed", Severity.Error, Place(folder, path),
        $"No file can be written to '{path}': {fault}.",
        "Rename the file that it comes from.");

    public static Diagnostic NotAsBuiltAfresh(OutputFolder folder, string path) => new(
        "write/not-as-built-afresh", Severity.Error, Place(folder, path),
        $"'{path}' is not what a build from nothing makes of the sources.",
        "Build with --fresh. The cache should never let this happen: please report it, with what 'staticsite why' says of the page.");

    private static SourceSpan Place(OutputFolder folder, string path) => new($"{folder.ShownAs}/{path}", 0, 0);
}
