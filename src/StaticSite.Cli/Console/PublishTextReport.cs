using System.Globalization;
using StaticSite.Model;
using StaticSite.Publishing;
using StaticSite.Publishing.Plan;
using StaticSite.Publishing.Releases;

namespace StaticSite.Cli.Console;

/// <summary>Diagnostics on standard error; the plan, the releases and one line of summary on standard output.</summary>
internal sealed class PublishTextReport(Terminal terminal, string root) : IPublishReport
{
    private readonly ProgressLine _line = new(terminal);
    private readonly Ansi _ansi = new(terminal.ColoursOut);

    public IProgress<PublishProgress> Progress => _line;

    public int Finish(PublishResult result, TimeSpan elapsed)
    {
        _line.Clear();
        var way = Path.GetRelativePath(Environment.CurrentDirectory, root).Replace('\\', '/');
        var printer = new DiagnosticPrinter(path => SettingsFile.FindText(root, path), way == "." ? "" : way.TrimEnd('/') + "/", new Ansi(terminal.ColoursError));
        printer.Print(DiagnosticOrder.Sort(result.Diagnostics), terminal.Error);
        terminal.Error.Flush();
        if (result.Releases is { } releases)
        {
            Print([.. releases.Select((release, index) => Line(release, isServed: index == 0))]);
        }
        else
        {
            Print(result is { IsDryRun: true, Plan: { } plan, HasErrors: false } ? [.. Lines(plan, result), Sum(plan, "Nothing was done. There would be")] : [Summary(result, elapsed)]);
        }

        if (result.NewServerRules is { } rules)
        {
            Print([$"The web server has new rules to read: {rules}"]);
        }

        return PublishWords.ExitCodeOf(result);
    }

    public void Fail(Failure failure, TimeSpan elapsed)
    {
        _line.Clear();
        terminal.Error.Write(Printable.Lines($"{failure}") + "\n");
    }

    private IEnumerable<string> Lines(PublishPlan plan, PublishResult result)
    {
        foreach (var file in plan.ToWrite.Where(file => !file.File.IsVariant))
        {
            yield return file.State switch
            {
                FileState.New => _ansi.Green($"  + {file.File.Path}"),
                FileState.Moved => _ansi.Green($"  > {file.From} → {file.File.Path}"),
                FileState.Changed => _ansi.Yellow($"  ~ {file.File.Path}"),
                _ => _ansi.Yellow($"  = {file.File.Path} (other headers)"),
            };
        }

        foreach (var file in plan.Deletions.Where(file => !file.IsVariant))
        {
            yield return _ansi.Red($"  - {file.Path}");
        }

        foreach (var address in result.Purge)
        {
            yield return $"  purge {address}";
        }
    }

    private string Summary(PublishResult result, TimeSpan elapsed)
    {
        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var told = result.Purge.Length == 0 ? "" : $" {Count(result.Purge.Length, "address", "addresses")} changed for caches.";
        return (result.Stage, result.HasErrors, result.Release, result.Plan) switch
        {
            (PublishStage.Switching, true, _, _) => $"{_ansi.Red("The release is half way")}: old and new pages stand side by side, and every link leads somewhere. Publish again to finish.",
            (PublishStage.Served or PublishStage.Done, true, _, _) => $"{_ansi.Red("The release is served")}, and what follows was not finished. Publish again.",
            (_, true, _, _) => $"{_ansi.Red("Nothing was done")}, the site is as before.",
            (_, _, { } release, { } plan) => $"{_ansi.Green($"Published {release.Id}")} to {Printable.Line(result.Target)} in {seconds} s: {Sum(plan, "")}{told}",
            _ => $"{_ansi.Green("Nothing has changed")} at {Printable.Line(result.Target)} ({seconds} s).{told}",
        };
    }

    private static string Sum(PublishPlan plan, string lead) =>
        $"{lead} {plan.Count(FileState.New)} new, {plan.Count(FileState.Changed)} changed, {plan.Count(FileState.Moved)} moved, {plan.Count(FileState.Relabelled)} with other headers, "
        .TrimStart()
        + $"{plan.Count(FileState.Unchanged)} unchanged, {plan.DeletedAddresses} deleted; {PublishWords.Bytes(plan.BytesToSend)} sent in {Count(plan.Sends.Length, "file", "files")}.";

    private string Line(Release release, bool isServed)
    {
        var line = $"{release.Id}  {ReleaseFormat.Text(release.Time)}  {Count(release.Files, "file", "files")}, {PublishWords.Bytes(release.Bytes)}"
            + (release.RestoredFrom is { } from ? $"  (brought {from} back)" : "");
        return isServed ? _ansi.Bold(line + "  served") : line;
    }

    private void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Out.Write(line + "\n");
        }
    }

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
