using StaticSite.Model;
using StaticSite.Publishing.Targets.Folders;
using StaticSite.Publishing.Targets.Objects;

namespace StaticSite.Publishing.Targets;

/// <summary>The kinds of target that there are.</summary>
internal static class TargetKinds
{
    /// <param name="root">Full path of the site, from which relative folders are meant.</param>
    /// <exception cref="TargetFault">There are no credentials.</exception>
    public static ITarget Open(TargetSettings settings, string root, TimeProvider clock) => settings switch
    {
        S3TargetSettings s3 => new ObjectTarget(new RetryingStore(new S3Store(S3Connection.Open(s3), s3), clock), s3),
        DirectoryTargetSettings folder => new FolderTarget(folder, root),
        _ => throw new InvalidOperationException($"No target is of the kind {settings.GetType().Name}."),
    };
}
