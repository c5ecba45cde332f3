using System.CommandLine;
using StaticSite.Cli.Console;

namespace StaticSite.Cli.Commands;

/// <summary><c>translations accept</c>: a translator is done.</summary>
internal static class AcceptCommand
{
    public static Command Create(Terminal terminal, Option<string?> root, TimeProvider clock)
    {
        var id = new Argument<string>("id") { Description = "The bundle: the name of its folder" };
        var sections = new Option<string[]>("--section") { Description = "Only this section, by the id of its heading; may be given several times", HelpName = "id" };
        var language = TranslationArguments.Language("The translation; needed where a bundle has several");
        var command = new Command("accept", "Keeps the source text of today as the one that the translation was made from.") { id, sections, language };
        command.SetAction((given, cancellation) =>
        {
            var place = TranslationArguments.RootOf(given, root);
            var request = new AcceptRequest(place, given.GetValue(id)!, [.. given.GetValue(sections) ?? []], given.GetValue(language));
            return Task.Run(() => Accept(request, clock.GetUtcNow(), terminal, cancellation), CancellationToken.None);
        });
        return command;
    }

    private static int Accept(AcceptRequest request, DateTimeOffset now, Terminal terminal, CancellationToken cancellation)
    {
        var done = TranslationAcceptance.Accept(request, now, cancellation);
        var code = TranslationErrors.Print(done.Errors, done.FindText, request.Root, terminal);
        if (done.Refusal is { } refusal)
        {
            return TranslationErrors.Refuse(refusal, terminal);
        }

        if (code != ExitCode.Clean)
        {
            return code;
        }

        terminal.Out.Write(done.Path is { } path
            ? $"Accepted {(done.Accepted == 1 ? "1 section" : $"{done.Accepted} sections")}: {Printable.Line(Report.PrefixOf(request.Root) + path)}\n"
            : "Nothing to accept: that is up to date.\n");
        return ExitCode.Clean;
    }
}
