using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>A build that came to its end, well or not. Diagnostics are sorted.</summary>
internal sealed record FinishedBuild(BuildResult Result, TimeSpan Elapsed)
{
    public int Errors { get; init; } = Result.Diagnostics.Count(found => found.Severity == Severity.Error);

    public int Warnings { get; } = Result.Diagnostics.Count(found => found.Severity == Severity.Warning);
}

/// <summary>Tells of a build while it runs and when it is done.</summary>
internal interface IReport
{
    BuildResult Watch(Func<IProgress<BuildProgress>?, BuildResult> build);

    void Finish(FinishedBuild build);

    /// <summary>The build was given up for a reason that no diagnostic tells.</summary>
    void Fail(Failure failure, TimeSpan elapsed);
}

internal static class Report
{
    public static IReport Create(OutputFormat format, Terminal terminal, string root)
    {
        var prefix = PrefixOf(root);
        return format switch
        {
            OutputFormat.Json => new JsonReport(terminal),
            OutputFormat.Github => new GithubReport(terminal, prefix),
            _ => new TextReport(terminal, prefix),
        };
    }

    /// <summary>Leads from the working folder to the site's root (<c>site/</c>); empty where they are the same.</summary>
    public static string PrefixOf(string root)
    {
        var way = Path.GetRelativePath(Environment.CurrentDirectory, root).Replace('\\', '/');
        return way == "." ? "" : way.TrimEnd('/') + "/";
    }
}
