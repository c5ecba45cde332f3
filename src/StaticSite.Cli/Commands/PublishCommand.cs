using System.CommandLine;
using StaticSite.Cli.Console;
using StaticSite.Model;
using StaticSite.Publishing;
using StaticSite.Publishing.Staging;
using StaticSite.Publishing.Staging.Servers;
using StaticSite.Publishing.Targets.Folders;

namespace StaticSite.Cli.Commands;

internal static class PublishCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new TargetArguments();
        var release = new ReleaseArguments();
        var output = new Option<string?>("--output") { Description = "The built site [default: output/ below the root]", HelpName = "folder" };
        var verify = new Option<bool>("--verify") { Description = "List and compare everything at the target, and mend what somebody else changed" };
        var adopt = new Option<bool>("--adopt") { Description = "Replace another site that stands at the target" };
        var command = new Command("publish", "Brings the built site to a target, without a dead link at any moment.") { output, verify, adopt };
        common.AddTo(command);
        release.AddTo(command);
        command.SetAction((given, cancellation) =>
        {
            var options = release.Read(given, terminal) with { Verify = given.GetValue(verify), Adopt = given.GetValue(adopt) };
            var root = common.Root(given);
            var folder = Path.GetFullPath(given.GetValue(output) ?? Path.Join(root, "output"));
            return TargetSession.RunAsync(root, common.Target(given), common.Report(given, terminal), session => PublishAsync(session, folder, options, cancellation));
        });
        return command;
    }

    private static async Task<PublishResult> PublishAsync(TargetSession session, string output, PublishOptions options, CancellationToken cancellation)
    {
        var staged = await Task.Run(() => SiteStaging.Stage(Request(session, output), cancellation), cancellation);
        if (staged.Value is not { } site)
        {
            return TargetSession.Refused(staged.Diagnostics);
        }

        var refused = OutputRefusals.Find(site.Manifest, session.Setup, () => InputState.FindFingerprint(session.Root, cancellation)).AddRange(OutputRefusals.FindReserved(site, session.Setup.Target));
        if (!refused.IsEmpty)
        {
            return TargetSession.Refused([.. staged.Diagnostics, .. refused]);
        }

        var rules = options.DryRun ? null : WriteServerRules(session, site);
        var result = await new SitePublisher(session.Target, session.Setup).PublishAsync(site, options, cancellation);
        return result with { NewServerRules = rules, Diagnostics = [.. staged.Diagnostics, .. result.Diagnostics] };
    }

    /// <summary>Each target has a folder of its own, so that what one of them needs stays while another is published to; nothing is compressed for nobody.</summary>
    private static StagingRequest Request(TargetSession session, string output)
    {
        var delivery = session.Site.Publish.Delivery;
        var target = session.Setup.Target;
        bool Wants(string encoding, StoredEncoding stored) => target switch
        {
            DirectoryTargetSettings folder => folder.Encodings.Contains(encoding),
            S3TargetSettings s3 => s3.Encoding == stored,
            _ => false,
        };
        return new StagingRequest(session.Root, output, Path.Join(session.Root, StagingFolder.Default, "staged", target.Name.Value), delivery with
        {
            Brotli = Wants("br", StoredEncoding.Br) ? delivery.Brotli : null,
            Gzip = Wants("gzip", StoredEncoding.Gzip) ? delivery.Gzip : null,
        })
        {
            Server = (target as DirectoryTargetSettings)?.Server,
        };
    }

    /// <summary>For a server that serves the target's folder.</summary>
    /// <returns>Where they stand, below the root; null where they are what they were, or there is no such server.</returns>
    private static string? WriteServerRules(TargetSession session, StagedSite site)
    {
        if (session.Setup.Target is not DirectoryTargetSettings { Server: WebServer.Nginx or WebServer.Caddy } target)
        {
            return null;
        }

        var root = Path.Join(session.Target.ShownAs, FolderPlace.CurrentName);
        var (name, text) = target.Server == WebServer.Nginx
            ? ("nginx.conf", NginxConfiguration.Write(site, root, target.Encodings))
            : ("Caddyfile", CaddyConfiguration.Write(site, root, target.Encodings));
        var place = StagingFolder.ServerFile(Path.Join(session.Root, StagingFolder.Default), $"{target.Name.Value}.{name}");
        if (File.Exists(place) && File.ReadAllText(place) == text)
        {
            return null;
        }

        StagingFolder.Replace(place, System.Text.Encoding.UTF8.GetBytes(text));
        return Path.GetRelativePath(session.Root, place).Replace('\\', '/');
    }
}
