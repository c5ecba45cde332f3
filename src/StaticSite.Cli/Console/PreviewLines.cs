using System.Globalization;
using System.Text;
using StaticSite.Model;
using StaticSite.Preview;
using StaticSite.Preview.Serving;

namespace StaticSite.Cli.Console;

/// <summary>What <c>preview</c> prints.</summary>
internal static class PreviewLines
{
    public static string Start(PreviewOptions options, PreviewServer server, Ansi ansi)
    {
        var text = new StringBuilder();
        if (server.Port != options.Port)
        {
            text.Append(CultureInfo.InvariantCulture, $"Port {options.Port} is in use; this is the next free one.\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"site  {server.Address}\ndesk  {server.Address}_desk/\n");
        foreach (var address in server.LanAddresses)
        {
            text.Append(CultureInfo.InvariantCulture, $"lan   {address}\n");
        }

        if (server.LanAddresses is [var first, ..])
        {
            text.Append(QrCode.Of(first.AbsoluteUri, ansi));
        }
        else if (options.Lan)
        {
            text.Append("This machine has no address in a local network.\n");
        }

        return text.Append("Press Ctrl+C to stop.\n").ToString();
    }

    /// <summary>The preview goes on all the same.</summary>
    public static string NotOpened(string problem, Uri address, Ansi ansi) => $"{ansi.Yellow("warning:")} {Printable.Line(problem)} Open {address} by hand.\n";

    public static string Change(LiveSnapshot site, TimeSpan took, TimeProvider clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{clock.GetLocalNow():HH:mm:ss}  updated in {took.TotalMilliseconds:0} ms\n") + Errors(site);

    /// <summary>The places of errors; all that is to be said about them stands on the pages and the desk.</summary>
    public static string Errors(LiveSnapshot site)
    {
        var texts = new SourceTexts(site.FindText);
        return string.Concat(DiagnosticOrder.Sort(site.KnownDiagnostics.Where(found => found.Severity == Severity.Error)).Select(found =>
        {
            var (line, column) = texts.StartOf(found.Where);
            return Printable.Line($"{found.Where.Path}:{line}:{column}: error {found.Code}: {found.Message}") + "\n";
        }));
    }
}
