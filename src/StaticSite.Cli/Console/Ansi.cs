namespace StaticSite.Cli.Console;

/// <summary>Colours for a terminal, or none.</summary>
internal readonly record struct Ansi(bool IsOn)
{
    public string Red(string text) => Wrap("31;1", text);

    public string Yellow(string text) => Wrap("33;1", text);

    public string Green(string text) => Wrap("32;1", text);

    public string Blue(string text) => Wrap("34;1", text);

    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    /// <summary>Whatever colours the terminal has: these two are the same in every palette.</summary>
    public string BlackOnWhite(string text) => Wrap("38;5;16;48;5;231", text);

    private string Wrap(string code, string text) => IsOn ? $"\e[{code}m{text}\e[0m" : text;
}
