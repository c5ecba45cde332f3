using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>One line for each translation, starting with a path that a terminal or a script can open.</summary>
internal static class TranslationLines
{
    public static string Of(IEnumerable<TranslationState> states, string prefix) => string.Concat(states.Select(state =>
        Printable.Line($"{prefix}{state.Path}: {TranslationWords.Of(state.Status)}{Details(state)}") + "\n"));

    private static string Details(TranslationState state) => state.Status switch
    {
        TranslationStatus.Outdated => $" since {TranslationWords.Day(state.Since!.Value)}: {TranslationWords.Sections(state)}",
        TranslationStatus.UpToDate => $", accepted {TranslationWords.Day(state.Accepted!.Value)}",
        _ => "",
    };
}
