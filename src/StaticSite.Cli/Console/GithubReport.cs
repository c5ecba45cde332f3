using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>Annotations for GitHub's workflows, one a line on standard output.</summary>
internal sealed class GithubReport(Terminal terminal, string prefix) : IReport
{
    public BuildResult Watch(Func<IProgress<BuildProgress>?, BuildResult> build) => build(null);

    public void Finish(FinishedBuild build)
    {
        var texts = new SourceTexts(build.Result.FindText);
        foreach (var diagnostic in build.Result.Diagnostics)
        {
            terminal.Out.Write(Annotation(diagnostic, texts.StartOf(diagnostic.Where)) + "\n");
        }

        terminal.Out.Write(Summary.Of(build, default) + "\n");
    }

    public void Fail(Failure failure, TimeSpan elapsed) => terminal.Out.Write($"::error title=staticsite::{EscapeData($"{failure}")}\n");

    private string Annotation(Diagnostic diagnostic, Position start)
    {
        var level = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var path = Path.IsPathRooted(diagnostic.Where.Path) ? diagnostic.Where.Path : prefix + diagnostic.Where.Path;
        var message = diagnostic.Hint is { } hint ? $"{diagnostic.Message}\nhint: {hint}" : diagnostic.Message;
        return $"::{level} file={EscapeProperty(path)},line={start.Line},col={start.Column},title={EscapeProperty(diagnostic.Code)}::{EscapeData(message)}";
    }

    private static string EscapeData(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        EscapeData(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
