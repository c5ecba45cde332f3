using System.CommandLine;
using StaticSite.Cli.Console;

namespace StaticSite.Cli.Commands;

/// <summary><c>new</c>: what an author begins with.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) =>
        new("new", "Makes what an author begins with.") { NewArticleCommand.Create(terminal, clock) };
}
