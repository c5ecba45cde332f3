using System.CommandLine;
using StaticSite.Cli.Console;
using StaticSite.Publishing;

namespace StaticSite.Cli.Commands;

internal static class ReleasesCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new TargetArguments();
        var command = new Command("releases", "Lists the releases that a target can bring back.");
        common.AddTo(command);
        command.SetAction((given, cancellation) =>
        {
            var report = common.Report(given, terminal);
            return TargetSession.RunAsync(common.Root(given), common.Target(given), report, async session =>
            {
                await session.Target.CheckAsync(cancellation);
                var releases = await new SitePublisher(session.Target, session.Setup).ListAsync(cancellation);
                return TargetSession.Refused([]) with { Target = session.Target.ShownAs, Requests = session.Target.Requests, Releases = releases };
            });
        });
        return command;
    }
}
