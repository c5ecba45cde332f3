namespace StaticSite.Cli.Console;

internal enum OutputFormat
{
    Text,
    Json,
    Github,
}
