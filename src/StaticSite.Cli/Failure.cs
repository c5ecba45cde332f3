namespace StaticSite.Cli;

/// <summary>What a user is told of an exception: one line, and never a stack trace unless asked for.</summary>
/// <param name="Trace">Null unless STATICSITE_TRACE is 1.</param>
internal sealed record Failure(string Kind, string Message, string? Trace, int ExitCode)
{
    private const string TraceVariable = "STATICSITE_TRACE";

    /// <summary>Disks and folders are the user's; every other exception is a fault of this program.</summary>
    public static Failure From(Exception error)
    {
        var trace = Environment.GetEnvironmentVariable(TraceVariable) == "1" ? error.ToString() : null;
        var cause = Innermost(error);
        var message = cause.Message.ReplaceLineEndings(" ");
        return cause switch
        {
            OperationCanceledException => new Failure("interrupted", "The next build finishes what is left to do.", trace, Cli.ExitCode.Interrupted),
            IOException or UnauthorizedAccessException => new Failure("error", message, trace, Cli.ExitCode.Unusable),
            _ => new Failure("internal error", $"{cause.GetType().Name}: {message} This is a fault of staticsite, not of your site: please report it ({TraceVariable}=1 shows more).", trace, Cli.ExitCode.Unusable),
        };
    }

    public override string ToString() => $"{Kind}: {Message}{(Trace is null ? "" : $"\n{Trace}")}";

    private static Exception Innermost(Exception error) =>
        error is AggregateException { InnerExceptions: [var first, ..] } ? Innermost(first) : error;
}
