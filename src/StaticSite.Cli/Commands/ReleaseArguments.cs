using System.CommandLine;
using StaticSite.Cli.Console;
using StaticSite.Publishing;

namespace StaticSite.Cli.Commands;

/// <summary>What the commands take that change what a target serves.</summary>
internal sealed class ReleaseArguments
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only show what would be done" };

    private readonly Option<int> _allowDeletes = new("--allow-deletes")
    {
        Description = "Delete up to so many files, even if that is more than a tenth of the site",
        HelpName = "n",
    };

    private readonly Option<bool> _takeLock = new("--take-lock") { Description = "Take over the lock of a publisher that shows no sign of life" };

    public void AddTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_dryRun, _allowDeletes, _takeLock])
        {
            command.Options.Add(option);
        }
    }

    public PublishOptions Read(ParseResult given, Terminal terminal) => new()
    {
        DryRun = given.GetValue(_dryRun),
        AllowDeletes = given.GetValue(_allowDeletes),
        TakeLock = given.GetValue(_takeLock),
        AskDeletes = terminal.IsWatched && !System.Console.IsInputRedirected ? (deletions, standing) => Ask(terminal, deletions, standing) : null,
    };

    private static bool Ask(Terminal terminal, int deletions, int standing)
    {
        terminal.Out.Write($"This deletes {deletions} of the site's {standing} files. Go on? [y/N] ");
        terminal.Out.Flush();
        return System.Console.ReadLine()?.Trim() is "y" or "Y" or "yes" or "是";
    }
}
