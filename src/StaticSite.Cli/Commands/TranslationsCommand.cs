using System.CommandLine;
using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Cli.Commands;

/// <summary><c>translations</c>: which translation is missing, unconfirmed, outdated or up to date, and what has changed.</summary>
internal static class TranslationsCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var root = TranslationArguments.Root();
        var language = TranslationArguments.Language("Only translations into this language");
        var states = new Option<string[]>("--state") { Description = "Only these; may be given several times", HelpName = string.Join('|', TranslationWords.States) };
        states.AcceptOnlyFromAmong([.. TranslationWords.States]);
        var diff = new Option<string?>("--diff")
        {
            Description = "Shows word by word what changed in the source of this bundle, and numbers that stand in one language only",
            HelpName = "id",
        };
        var format = new Option<string>("--format")
        {
            Description = "How to print it: text, or json (one object a line)",
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("translations", "Lists how each translation stands to its source.") { root, language, states, diff, format, AcceptCommand.Create(terminal, root, clock) };
        command.SetAction((given, cancellation) =>
        {
            var place = TranslationArguments.RootOf(given, root);
            var wanted = new Wanted(given.GetValue(language), given.GetValue(states) ?? [], given.GetValue(format) == "json");
            return Task.Run(
                () => given.GetValue(diff) is { } id ? Compare(place, id, wanted, terminal, cancellation) : List(place, wanted, terminal, cancellation),
                CancellationToken.None);
        });
        return command;
    }

    private static int List(string root, Wanted wanted, Terminal terminal, CancellationToken cancellation)
    {
        var list = TranslationList.Read(root, cancellation);
        var code = TranslationErrors.Print(list.Errors, list.FindText, root, terminal);
        var shown = list.States.Where(wanted.Includes).ToList();
        terminal.Out.Write((wanted.IsJson, terminal.IsWatched) switch
        {
            (true, _) => TranslationJson.Of(shown),
            (_, true) => TranslationTable.Of(shown, new Ansi(terminal.ColoursOut)),
            _ => TranslationLines.Of(shown, Report.PrefixOf(root)),
        });
        if (!wanted.IsJson && code != ExitCode.Unusable)
        {
            terminal.Out.Write(TranslationWords.Summary(shown) + "\n");
        }

        return code;
    }

    private static int Compare(string root, string id, Wanted wanted, Terminal terminal, CancellationToken cancellation)
    {
        var diffs = TranslationDiffs.Read(root, id, wanted.Language, cancellation);
        var code = TranslationErrors.Print(diffs.Errors, diffs.FindText, root, terminal);
        if (diffs.Refusal is { } refusal)
        {
            return TranslationErrors.Refuse(refusal, terminal);
        }

        terminal.Out.Write(wanted.IsJson ? TranslationJson.Of(diffs.Translations) : new DiffPrinter(new Ansi(terminal.ColoursOut)).Of(diffs.Translations));
        return code;
    }

    /// <summary>What was asked for; no state means all of them.</summary>
    private sealed record Wanted(string? Language, string[] States, bool IsJson)
    {
        public bool Includes(TranslationState state) =>
            (Language is null || state.Id.Language.Code == Language) && (States.Length == 0 || States.Contains(TranslationWords.Of(state.Status)));
    }
}
