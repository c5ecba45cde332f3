using System.Collections.Immutable;
using System.Diagnostics;
using StaticSite.Cli.Console;
using StaticSite.Model;
using StaticSite.Publishing;
using StaticSite.Publishing.Targets;

namespace StaticSite.Cli.Commands;

/// <summary>One target of a site, opened for one command.</summary>
/// <param name="Site">The settings of the whole site.</param>
internal sealed record TargetSession(string Root, SiteSettings Site, PublishSetup Setup, ITarget Target)
{
    /// <summary>Reads site.yml, opens the target, and reports whatever comes of it.</summary>
    public static async Task<int> RunAsync(string root, string name, IPublishReport report, Func<TargetSession, Task<PublishResult>> run)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var settings = SettingsFile.Read(root);
            if (settings.Settings is not { } site)
            {
                return report.Finish(Refused(settings.Diagnostics), clock.Elapsed);
            }

            var target = site.Publish.Targets.FirstOrDefault(one => one.Name.Value == name);
            if (target is null)
            {
                return report.Finish(Refused([PublishDiagnostics.UnknownTarget(name, [.. site.Publish.Targets.Select(one => one.Name.Value)])]), clock.Elapsed);
            }

            using var opened = TargetKinds.Open(target, root, TimeProvider.System);
            var result = await run(new TargetSession(root, site, Prepare(root, site, target, report), opened));
            return report.Finish(result with { Diagnostics = [.. settings.Diagnostics, .. result.Diagnostics] }, clock.Elapsed);
        }
        catch (TargetFault fault)
        {
            return report.Finish(Refused([fault.Diagnostic]), clock.Elapsed);
        }
        catch (Exception error)
        {
            var failure = Failure.From(error);
            failure = failure.ExitCode == ExitCode.Interrupted ? failure with { Message = "Run it again: it goes on where it stopped." } : failure;
            report.Fail(failure, clock.Elapsed);
            return failure.ExitCode;
        }
    }

    public static PublishResult Refused(ImmutableArray<Diagnostic> diagnostics) => new(PublishStage.Untouched, null, null, [], diagnostics);

    /// <summary>The addresses that are to be purged, as a file for whoever wants them.</summary>
    public static string PurgeFile(string root, string target) => Path.Join(root, Publishing.Staging.StagingFolder.Default, "purge", target + ".txt");

    private static PublishSetup Prepare(string root, SiteSettings site, TargetSettings target, IPublishReport report) =>
        new(target, site.Publish, target.BaseUrl ?? site.BaseUrl)
        {
            Progress = report.Progress,
            Purge = async (addresses, cancellation) =>
            {
                WriteLines(PurgeFile(root, target.Name.Value), addresses);
                return target.PurgeCommand is { } command ? await PurgeCommand.RunAsync(command, root, addresses, cancellation) : null;
            },
        };

    public static void WriteLines(string path, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
    }
}
