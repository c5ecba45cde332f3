using System.Collections.Immutable;
using StaticSite.Publishing.Targets;

namespace StaticSite.Publishing.Releases;

/// <summary>Finds out what a target is: from its manifest where that can be trusted, else from the target itself.</summary>
internal static class TargetReader
{
    public static async Task<TargetState> ReadAsync(ITarget target, bool distrust, CancellationToken cancellation)
    {
        var manifest = await ReadManifestAsync(target, cancellation);
        var pending = await target.Documents.ReadAsync(StateNames.Pending, cancellation) is { } bytes ? PendingWork.Parse(bytes) : null;
        if (manifest is not null && pending is not { IsWriting: true } && !distrust)
        {
            return new TargetState(manifest, pending, [], null) { Contents = ImmutableHashSet<string>.Empty };
        }

        var snapshots = await ReadSnapshotsAsync(target, cancellation);
        return new TargetState(manifest, pending, snapshots, await target.ListFilesAsync(cancellation))
        {
            Contents = await target.ListContentsAsync(snapshots, cancellation),
        };
    }

    public static async Task<TargetManifest?> ReadManifestAsync(ITarget target, CancellationToken cancellation) =>
        await target.Documents.ReadAsync(StateNames.Manifest, cancellation) is { } bytes ? ManifestFormat.Read(bytes) : null;

    public static async Task<ReleaseSnapshot?> ReadSnapshotAsync(ITarget target, string id, CancellationToken cancellation) =>
        await target.Documents.ReadAsync(StateNames.Snapshot(id), cancellation) is { } bytes ? ReleaseFormat.Read(bytes) : null;

    /// <summary>One that is damaged cannot be brought back, and explains nothing.</summary>
    public static async Task<ImmutableArray<ReleaseSnapshot>> ReadSnapshotsAsync(ITarget target, CancellationToken cancellation)
    {
        var snapshots = ImmutableArray.CreateBuilder<ReleaseSnapshot>();
        foreach (var name in await target.Documents.ListAsync(StateNames.Snapshots, cancellation))
        {
            if (StateNames.FindSnapshotId(name) is { } id && await ReadSnapshotAsync(target, id, cancellation) is { } snapshot)
            {
                snapshots.Add(snapshot);
            }
        }

        snapshots.Sort((one, other) => other.Release.Number.CompareTo(one.Release.Number));
        return snapshots.ToImmutable();
    }
}
