using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Publishing;

/// <summary>Which outputs are not published, although they are whole.</summary>
internal static class OutputRefusals
{
    /// <param name="fingerprint">Of today's input and theme; null where it cannot be told.</param>
    public static ImmutableArray<Diagnostic> Find(OutputManifest output, PublishSetup setup, Func<string?> fingerprint)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        if (output.Drafts)
        {
            found.Add(PublishDiagnostics.BuiltForReview("drafts", "--drafts"));
        }

        if (output.Future)
        {
            found.Add(PublishDiagnostics.BuiltForReview("articles whose date lies in the future", "--future"));
        }

        if (output.BaseUrl != setup.BaseUrl)
        {
            found.Add(PublishDiagnostics.OtherBaseUrl(output.BaseUrl, setup.BaseUrl));
        }

        if (output.Generator != SiteGenerator.NameAndVersion)
        {
            found.Add(PublishDiagnostics.OtherVersion(output.Generator, SiteGenerator.NameAndVersion));
        }
        else if (fingerprint() is { } today && today != output.Input)
        {
            found.Add(PublishDiagnostics.OutputOutdated());
        }

        return [.. found.Select(one => one with { Where = setup.Target.Name.Where })];
    }

    /// <summary>Files that would stand among a target's own notes.</summary>
    public static ImmutableArray<Diagnostic> FindReserved(StagedSite site, TargetSettings target)
    {
        if (target is not S3TargetSettings { Prefix: var prefix, StatePrefix: var state } || !state.StartsWith(prefix, StringComparison.Ordinal))
        {
            return [];
        }

        var folder = state[prefix.Length..];
        return [.. site.Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)).Take(1).Select(file => PublishDiagnostics.NameReserved(file.Path, folder) with { Where = target.Name.Where })];
    }
}
