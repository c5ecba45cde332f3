using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using StaticSite.Cli.Commands;
using StaticSite.Cli.Console;

namespace StaticSite.Cli;

/// <summary>The commands, and what happens to arguments that are none.</summary>
internal static class CommandLine
{
    /// <summary>Long enough to finish renaming; what is left after it, the next build finishes.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args, Terminal terminal, Build build)
    {
        try
        {
            var result = Create(terminal, build).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            var isUnusable = result.Action is ParseErrorAction;
            if (result.Action is ParseErrorAction wrong)
            {
                wrong.ShowHelp = false;
            }

            var code = await result.InvokeAsync(new InvocationConfiguration
            {
                Output = isUnusable ? terminal.Error : terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            });
            return isUnusable ? Refuse(result, terminal) : code;
        }
        catch (Exception error)
        {
            var failure = Failure.From(error);
            await terminal.Error.WriteLineAsync(Printable.Lines($"{failure}"));
            return failure.ExitCode;
        }
    }

    private static RootCommand Create(Terminal terminal, Build build)
    {
        var root = new RootCommand("Builds a website in several languages from Markdown.");
        root.Subcommands.Add(BuildCommand.Create(terminal, build));
        root.Subcommands.Add(CiteCommand.Create(terminal));
        root.Subcommands.Add(NewCommand.Create(terminal, TimeProvider.System));
        root.Subcommands.Add(PreviewCommand.Create(terminal, TimeProvider.System));
        root.Subcommands.Add(PublishCommand.Create(terminal));
        root.Subcommands.Add(ReleasesCommand.Create(terminal));
        root.Subcommands.Add(RollbackCommand.Create(terminal));
        root.Subcommands.Add(TranslationsCommand.Create(terminal, TimeProvider.System));
        root.Subcommands.Add(WhyCommand.Create(terminal));
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static int Refuse(ParseResult result, Terminal terminal)
    {
        var name = "staticsite";
        for (var given = result.CommandResult; given is { Command: not RootCommand }; given = given.Parent as CommandResult)
        {
            name = name.Insert("staticsite".Length, $" {given.Command.Name}");
        }

        terminal.Error.WriteLine($"'{name} --help' shows what can be typed.");
        return ExitCode.Unusable;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(SiteGenerator.NameAndVersion);
            return ExitCode.Clean;
        }
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is RootCommand or { Name: "build" })
            {
                parseResult.InvocationConfiguration.Output.Write(BuildCommand.Examples);
            }

            return code;
        }
    }
}
