using System.Text;

namespace StaticSite.Cli.Console;

/// <summary>Where the program prints, and what can be printed there.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>Somebody watches standard output: a progress bar makes sense.</summary>
    public bool IsWatched { get; init; }
    public bool ColoursOut { get; init; }
    public bool ColoursError { get; init; }

    public static Terminal Detect()
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var allowsColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(System.Console.Out, System.Console.Error)
        {
            IsWatched = !System.Console.IsOutputRedirected,
            ColoursOut = allowsColour && !System.Console.IsOutputRedirected,
            ColoursError = allowsColour && !System.Console.IsErrorRedirected,
        };
    }
}
