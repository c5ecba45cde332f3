using System.Globalization;

namespace StaticSite.Cli.Console;

/// <summary>The one line at the end of a build.</summary>
internal static class Summary
{
    public static string Of(FinishedBuild build, Ansi ansi)
    {
        var result = build.Result;
        var found = Found(build, ansi);
        if (!result.WasWritten)
        {
            var why = build.Errors == 0 ? " (--strict)" : "";
            return $"{ansi.Red("Nothing was written")}, the last output stands: {found}{why}.";
        }

        var seconds = build.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        var built = ansi.Green($"Built {Count(result.Pages, "page")} in {seconds} s");
        return $"{built}: {result.Written} written, {result.Unchanged} unchanged, {result.Removed} removed."
            + (found.Length > 0 ? $" {found}." : "");
    }

    private static string Found(FinishedBuild build, Ansi ansi)
    {
        var parts = new List<string>();
        if (build.Errors > 0)
        {
            parts.Add(ansi.Red(Count(build.Errors, "error")));
        }

        if (build.Warnings > 0)
        {
            parts.Add(ansi.Yellow(Count(build.Warnings, "warning")));
        }

        return string.Join(", ", parts);
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
