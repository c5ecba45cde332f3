using StaticSite.Model;

namespace StaticSite.Cli;

internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>The content has errors, or warnings under <c>--strict</c>. Nothing was written.</summary>
    public const int Content = 1;

    /// <summary>Bad usage, settings or I/O.</summary>
    public const int Unusable = 2;

    /// <summary>What shells expect after Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>Faults in this file are faults of the set-up, which no author can mend.</summary>
    private const string SettingsPath = "input/site.yml";

    public static int Of(IEnumerable<Diagnostic> errors)
    {
        var code = Clean;
        foreach (var error in errors)
        {
            code = Math.Max(code, error.Where.Path == SettingsPath ? Unusable : Content);
        }

        return code;
    }
}
