using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>Why the commands about translations cannot say or do all that they were asked for.</summary>
internal static class TranslationErrors
{
    /// <returns>The exit code that follows.</returns>
    public static int Print(ImmutableArray<Diagnostic> errors, Func<string, string?> findText, string root, Terminal terminal)
    {
        new DiagnosticPrinter(findText, Report.PrefixOf(root), new Ansi(terminal.ColoursError)).Print(DiagnosticOrder.Sort(errors), terminal.Error);
        return ExitCode.Of(errors);
    }

    public static int Refuse(Refusal refusal, Terminal terminal)
    {
        var ansi = new Ansi(terminal.ColoursError);
        terminal.Error.Write($"{ansi.Red("error:")} {Printable.Line(refusal.Message)}\n");
        if (refusal.Hint is { } hint)
        {
            terminal.Error.Write($"  {ansi.Blue("hint:")} {Printable.Line(hint)}\n");
        }

        return ExitCode.Unusable;
    }
}
