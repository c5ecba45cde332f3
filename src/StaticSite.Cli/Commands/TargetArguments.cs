using System.CommandLine;
using StaticSite.Cli.Console;

namespace StaticSite.Cli.Commands;

/// <summary>What all commands take that talk to a target.</summary>
internal sealed class TargetArguments
{
    private readonly Argument<string> _target = new("target") { Description = "A name under 'publish: targets' in input/site.yml" };

    private readonly Option<string?> _root = new("--root")
    {
        Description = "The folder that holds input/ and theme/ [default: here]",
        HelpName = "folder",
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "How to report: text, or json (one object a line) [default: text at a terminal, else json]",
        HelpName = "text|json",
    };

    public TargetArguments()
    {
        _format.AcceptOnlyFromAmong("text", "json");
        _root.Validators.Add(FolderArguments.MustExist);
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(_target);
        command.Options.Add(_root);
        command.Options.Add(_format);
    }

    public string Target(ParseResult given) => given.GetValue(_target)!;

    public string Root(ParseResult given) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(given.GetValue(_root) ?? "."));

    public IPublishReport Report(ParseResult given, Terminal terminal) =>
        (given.GetValue(_format) ?? (terminal.IsWatched ? "text" : "json")) == "json"
            ? new PublishJsonReport(terminal, Root(given))
            : new PublishTextReport(terminal, Root(given));
}
