using System.Diagnostics;
using StaticSite.Model;
using StaticSite.Publishing;
using StaticSite.Publishing.Plan;
using StaticSite.Publishing.Releases;

namespace StaticSite.Cli.Console;

/// <summary>One JSON object a line; the last one is always <c>done</c>.</summary>
internal sealed class PublishJsonReport(Terminal terminal, string root) : IPublishReport
{
    private readonly JsonReport _lines = new(terminal);

    public IProgress<PublishProgress> Progress => new StepEvents(_lines);

    public int Finish(PublishResult result, TimeSpan elapsed)
    {
        var texts = new SourceTexts(path => SettingsFile.FindText(root, path));
        foreach (var diagnostic in DiagnosticOrder.Sort(result.Diagnostics))
        {
            _lines.Write(diagnostic, texts);
        }

        if (result is { IsDryRun: true, Plan: { } plan })
        {
            WritePlan(plan, result);
        }

        WriteDifferences(result.Differences);
        foreach (var release in result.Releases ?? [])
        {
            _lines.Write("release", json => ReleaseFormat.WriteRelease(json, release));
        }

        WriteDone(result, elapsed);
        return PublishWords.ExitCodeOf(result);
    }

    public void Fail(Failure failure, TimeSpan elapsed)
    {
        _lines.Write(failure);
        WriteDone(new PublishResult(PublishStage.Untouched, null, null, [], []), elapsed, failures: 1);
    }

    private void WritePlan(PublishPlan plan, PublishResult result)
    {
        foreach (var file in plan.ToWrite.Where(file => !file.File.IsVariant))
        {
            WriteFile(PublishWords.NameOf(file.State), file.File.Path, file.From);
        }

        foreach (var file in plan.Deletions.Where(file => !file.IsVariant))
        {
            WriteFile("deleted", file.Path, null);
        }

        foreach (var address in result.Purge)
        {
            _lines.Write("purge", json => json.WriteString("address", address));
        }
    }

    private void WriteFile(string state, string path, string? from) => _lines.Write("file", json =>
    {
        json.WriteString("state", state);
        json.WriteString("path", path);
        if (from is not null)
        {
            json.WriteString("from", from);
        }
    });

    private void WriteDifferences(Differences differences)
    {
        foreach (var (kind, paths) in new[] { ("changed", differences.Changed), ("missing", differences.Missing), ("foreign", differences.Foreign) })
        {
            foreach (var path in paths)
            {
                _lines.Write("difference", json =>
                {
                    json.WriteString("kind", kind);
                    json.WriteString("path", path);
                });
            }
        }
    }

    private void WriteDone(PublishResult result, TimeSpan elapsed, int failures = 0) => _lines.Write("done", json =>
    {
        json.WriteString("target", result.Target);
        json.WriteString("stage", PublishWords.NameOf(result.Stage));
        if (result.Release is { } release)
        {
            json.WriteString("release", release.Id);
        }

        if (result.Plan is { } plan)
        {
            foreach (var state in Enum.GetValues<FileState>())
            {
                json.WriteNumber(PublishWords.NameOf(state), plan.Count(state));
            }

            json.WriteNumber("deleted", plan.DeletedAddresses);
            json.WriteNumber("kept_assets", plan.Kept.Values.Count(asset => !asset.File.IsVariant));
            json.WriteNumber("sent", plan.Sends.Length);
            json.WriteNumber("sent_bytes", plan.BytesToSend);
        }

        if (result.NewServerRules is { } rules)
        {
            json.WriteString("new_server_rules", rules);
        }

        json.WriteNumber("purged", result.Purge.Length);
        json.WriteNumber("requests", result.Requests);
        json.WriteNumber("errors", result.Diagnostics.Count(found => found.Severity == Severity.Error) + failures);
        json.WriteNumber("warnings", result.Diagnostics.Count(found => found.Severity == Severity.Warning));
        json.WriteNumber("elapsed_ms", (long)elapsed.TotalMilliseconds);
    });

    /// <summary>Once a second, and at the beginning and end of a step.</summary>
    private sealed class StepEvents(JsonReport lines) : IProgress<PublishProgress>
    {
        private readonly Lock _lock = new();
        private readonly Stopwatch _sinceLast = Stopwatch.StartNew();

        public void Report(PublishProgress value)
        {
            lock (_lock)
            {
                if (value.Files > 0 && value.Files < value.TotalFiles && _sinceLast.Elapsed < TimeSpan.FromSeconds(1))
                {
                    return;
                }

                _sinceLast.Restart();
            }

            lines.Write("progress", json =>
            {
                json.WriteString("step", value.Step);
                json.WriteNumber("files", value.Files);
                json.WriteNumber("total_files", value.TotalFiles);
                json.WriteNumber("bytes", value.Bytes);
                json.WriteNumber("total_bytes", value.TotalBytes);
            });
        }
    }
}
