using System.Collections.Immutable;
using StaticSite.Cli;
using StaticSite.Cli.Commands;
using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Tests.Cli;

/// <summary>The command line with a build that does what the test wants.</summary>
internal sealed record CommandRun(int Code, string Out, string Error, BuildOptions? Options)
{
    public static readonly Diagnostic Warning = new("link/page-not-found", Severity.Warning, new SourceSpan("input/articles/a/zh.md", 0, 2), "No bundle is named 'x'.");

    public static readonly Diagnostic Error1 = Warning with { Severity = Severity.Error };

    public static async Task<CommandRun> Of(Build build, params string[] args)
    {
        BuildOptions? seen = null;
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new Terminal(output, error), (options, progress, cancellation) =>
        {
            seen = options;
            return build(options, progress, cancellation);
        });
        return new CommandRun(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"), seen);
    }

    public static Task<CommandRun> Of(params string[] args) => Of(Finds(), args);

    /// <summary>A build of 48 pages that finds these.</summary>
    public static Build Finds(params Diagnostic[] diagnostics) => (options, _, _) =>
    {
        var fails = diagnostics.Any(found => found.Severity == Severity.Error || (options.Strict && found.Severity == Severity.Warning));
        return new BuildResult(48, fails ? 0 : 12, fails ? 0 : 36, 0, !fails, diagnostics.ToImmutableArray())
        {
            FindText = path => path == "input/articles/a/zh.md" ? "正文\n" : null,
        };
    };
}
