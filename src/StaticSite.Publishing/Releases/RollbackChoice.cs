using System.Collections.Immutable;
using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing.Releases;

/// <summary>Which releases a rollback may bring back.</summary>
internal static class RollbackChoice
{
    /// <param name="releases">Newest first.</param>
    /// <param name="id">Null for those before the one that is served: after a rollback, those before the release that it brought back.</param>
    /// <returns>The best first.</returns>
    /// <exception cref="TargetFault">None has this id.</exception>
    public static ImmutableArray<Release> Find(ImmutableArray<Release> releases, string? id)
    {
        if (id is not null)
        {
            return releases.FirstOrDefault(release => release.Id == id) is { } named
                ? [named]
                : throw new TargetFault(PublishDiagnostics.UnknownRelease(id, [.. releases.Select(release => release.Id)]));
        }

        var served = releases.IsEmpty ? null : releases[0].RestoredFrom ?? releases[0].Id;
        return [.. releases.SkipWhile(release => release.Id != served).Skip(1)];
    }
}
