using System.CommandLine;
using System.CommandLine.Parsing;
using StaticSite.Cli.Console;
using StaticSite.Model;
using StaticSite.Preview;
using StaticSite.Preview.Following;
using StaticSite.Preview.Serving;

namespace StaticSite.Cli.Commands;

/// <summary><c>preview</c>: the site as it is being written, in the browser.</summary>
internal static class PreviewCommand
{
    private const int DefaultPort = 4000;

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var folders = new FolderArguments();
        var port = new Option<int>("--port") { Description = "The port to serve at; where it is in use, the next free one", HelpName = "number", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(MustBePort);
        var open = new Option<bool>("--open") { Description = "Opens the site in the browser" };
        var published = new Option<bool>("--published") { Description = "Shows what a plain build would publish: no drafts, no future articles" };
        var lan = new Option<bool>("--lan") { Description = "Other machines of the local network may read the pages, too (a telephone); the desk stays here" };
        var command = new Command("preview", "Serves the site at this machine, and follows every change.") { port, open, published, lan };
        folders.AddTo(command);
        command.SetAction((given, cancellation) =>
        {
            var isPublished = given.GetValue(published);
            var site = new BuildOptions(folders.ReadRoot(given), folders.ReadOutput(given), null, !isPublished, !isPublished, clock.GetUtcNow());
            return Run(new(site, given.GetValue(port), given.GetValue(lan)), given.GetValue(open), terminal, clock, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(PreviewOptions options, bool opens, Terminal terminal, TimeProvider clock, CancellationToken cancellation)
    {
        using var follower = await Task.Run(() => SiteFollower.Open(options.Site, clock, progress: null, cancellation), cancellation);
        await using var server = await PreviewServer.Start(options, follower, clock, cancellation);
        terminal.Out.Write(PreviewLines.Start(options, server, new Ansi(terminal.ColoursOut)));
        terminal.Out.Write(PreviewLines.Errors(follower.Snapshot));
        await terminal.Out.FlushAsync(cancellation);
        if (opens)
        {
            // The site is followed meanwhile: some openers take their time.
            _ = Task.Run(() => OpenSite(server.Address, LinkLauncher.Opener, terminal), CancellationToken.None);
        }

        try
        {
            await follower.Follow((site, took) => terminal.Out.Write(PreviewLines.Change(site, took, clock)), cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how a preview ends.
        }

        return ExitCode.Clean;
    }

    /// <param name="opener">As <see cref="LinkLauncher.Open"/> takes it.</param>
    internal static void OpenSite(Uri address, string opener, Terminal terminal)
    {
        if (LinkLauncher.Open(address.AbsoluteUri, opener) is { } problem)
        {
            terminal.Error.Write(PreviewLines.NotOpened(problem, address, new Ansi(terminal.ColoursError)));
        }
    }

    private static void MustBePort(OptionResult result)
    {
        if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, out var port) || port is < 1 or > 65535))
        {
            result.AddError($"'{text}' is no port: give a number from 1 to 65535.");
        }
    }
}
