using System.CommandLine;

namespace StaticSite.Cli.Commands;

/// <summary>What <c>translations</c> and <c>translations accept</c> have in common.</summary>
internal static class TranslationArguments
{
    /// <summary>Understood by both, wherever it stands on the line.</summary>
    public static Option<string?> Root()
    {
        var root = new Option<string?>("--root")
        {
            Description = "The folder that holds input/ [default: here]",
            HelpName = "folder",
            Recursive = true,
        };
        root.Validators.Add(FolderArguments.MustExist);
        return root;
    }

    public static Option<string?> Language(string description) => new("--language") { Description = description, HelpName = "code" };

    public static string RootOf(ParseResult given, Option<string?> root) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(given.GetValue(root) ?? "."));
}
