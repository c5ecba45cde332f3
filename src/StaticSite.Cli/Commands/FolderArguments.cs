using System.CommandLine;
using System.CommandLine.Parsing;

namespace StaticSite.Cli.Commands;

/// <summary>Where a site is, and where it is written to: options that most commands have.</summary>
internal sealed class FolderArguments
{
    private readonly Option<string?> _root = new("--root")
    {
        Description = "The folder that holds input/ and theme/ [default: here]",
        HelpName = "folder",
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "Where the site is written to [default: output/ below the root]",
        HelpName = "folder",
    };

    public FolderArguments()
    {
        _root.Validators.Add(MustExist);
        _output.Validators.Add(MustNotBeEmpty);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_root);
        command.Options.Add(_output);
    }

    /// <summary>Full path, without a separator at its end.</summary>
    public string ReadRoot(ParseResult given) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(given.GetValue(_root) ?? "."));

    /// <summary>Full path.</summary>
    public string ReadOutput(ParseResult given) => Path.GetFullPath(given.GetValue(_output) ?? Path.Join(ReadRoot(given), "output"));

    public static void MustExist(OptionResult result)
    {
        MustNotBeEmpty(result);
        if (result.Tokens is [{ Value: { Length: > 0 } folder }] && !Directory.Exists(folder))
        {
            result.AddError($"There is no folder '{folder}' ({result.Option.Name}).");
        }
    }

    private static void MustNotBeEmpty(OptionResult result)
    {
        if (result.Tokens is [{ Value: "" }])
        {
            result.AddError($"{result.Option.Name} needs the name of a folder.");
        }
    }
}
