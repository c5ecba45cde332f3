using System.Collections.Immutable;
using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing.Releases;

/// <summary>Which release a rollback brings back.</summary>
internal static class RollbackChoice
{
    /// <param name="releases">Newest first.</param>
    /// <param name="id">Null for the one before the one that is served: after a rollback, the one before the release that it brought back.</param>
    /// <exception cref="TargetFault">There is none.</exception>
    public static Release Find(ImmutableArray<Release> releases, string? id, string target)
    {
        if (id is not null)
        {
            return releases.FirstOrDefault(release => release.Id == id)
                ?? throw new TargetFault(PublishDiagnostics.UnknownRelease(id, [.. releases.Select(release => release.Id)]));
        }

        var served = releases.IsEmpty ? null : releases[0].RestoredFrom ?? releases[0].Id;
        return releases.SkipWhile(release => release.Id != served).Skip(1).FirstOrDefault()
            ?? throw new TargetFault(PublishDiagnostics.NoRelease(target));
    }
}
