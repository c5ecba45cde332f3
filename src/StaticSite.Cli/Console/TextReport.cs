using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>Diagnostics on standard error, the summary on standard output, a progress bar where somebody watches.</summary>
internal sealed class TextReport(Terminal terminal, string prefix) : IReport
{
    public BuildResult Watch(Func<IProgress<BuildProgress>?, BuildResult> build) =>
        terminal.IsWatched ? ProgressBar.Watch(terminal, build) : build(null);

    public void Finish(FinishedBuild build)
    {
        var printer = new DiagnosticPrinter(build.Result.FindText, prefix, new Ansi(terminal.ColoursError));
        printer.Print(build.Result.Diagnostics, terminal.Error);
        terminal.Error.Flush();
        terminal.Out.Write(Summary.Of(build, new Ansi(terminal.ColoursOut)) + "\n");
    }

    public void Fail(Failure failure, TimeSpan elapsed) => terminal.Error.Write(Printable.Lines($"{failure}") + "\n");
}
