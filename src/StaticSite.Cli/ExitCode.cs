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
}
