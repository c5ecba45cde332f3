using System.CommandLine;
using System.Diagnostics;
using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Cli.Commands;

/// <summary>The build itself; the command knows only this much of it.</summary>
internal delegate BuildResult Build(BuildOptions options, IProgress<BuildProgress>? progress, CancellationToken cancellation);

internal static class BuildCommand
{
    public const string Examples = """
        Examples:
          staticsite build                                  build input/ and theme/ into output/
          staticsite build --drafts --future                with what is not published yet
          staticsite build --base-url https://example.org   for another address
          staticsite build --strict --format github         in a GitHub workflow

        Exit codes:
          0  clean
          1  the content has errors; nothing was written, the last output stands
          2  bad usage, bad settings (input/site.yml), or a disk that fails

        """;

    public static Command Create(Terminal terminal, Build build)
    {
        var arguments = new BuildArguments();
        var command = new Command("build", "Builds the site into a folder. Files that have not changed are not touched.");
        arguments.AddTo(command);
        command.SetAction((given, cancellation) =>
        {
            var options = arguments.Read(given);
            var report = Report.Create(arguments.ReadFormat(given), terminal, options.Root);
            return Task.Run(() => Run(options, report, build, cancellation), CancellationToken.None);
        });
        return command;
    }

    private static int Run(BuildOptions options, IReport report, Build build, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var result = report.Watch(progress => build(options, progress, cancellation));
            var shown = result with { Diagnostics = DiagnosticOrder.Sort(result.Diagnostics.Where(found => found.Severity != Severity.Info)) };
            report.Finish(new FinishedBuild(shown, clock.Elapsed));
            return CodeOf(shown, options.Strict);
        }
        catch (Exception error)
        {
            var failure = Failure.From(error);
            report.Fail(failure, clock.Elapsed);
            return failure.ExitCode;
        }
    }

    private static int CodeOf(BuildResult result, bool isStrict)
    {
        var code = ExitCode.Of(result.Diagnostics.Where(found => found.Severity == Severity.Error));
        return code == ExitCode.Clean && isStrict && !result.Diagnostics.IsEmpty ? ExitCode.Content : code;
    }
}
