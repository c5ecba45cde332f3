using System.CommandLine;
using StaticSite.Cli.Console;
using StaticSite.Publishing;

namespace StaticSite.Cli.Commands;

/// <summary><c>rollback</c>: needs site.yml for the target's place, and nothing else of the site.</summary>
internal static class RollbackCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new TargetArguments();
        var release = new ReleaseArguments();
        var id = new Argument<string?>("release")
        {
            Description = "The id of a release [default: the one before]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("rollback", "Brings an earlier release back, from what the target keeps.");
        common.AddTo(command);
        command.Arguments.Add(id);
        release.AddTo(command);
        command.SetAction((given, cancellation) => TargetSession.RunAsync(
            common.Root(given),
            common.Target(given),
            common.Report(given, terminal),
            session => new SitePublisher(session.Target, session.Setup).RollbackAsync(given.GetValue(id), release.Read(given, terminal), cancellation)));
        return command;
    }
}
