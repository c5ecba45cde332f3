using System.Collections.Immutable;
using StaticSite.Publishing.Plan;

namespace StaticSite.Publishing.Releases;

/// <summary>What a target is found to be, before anything is done there.</summary>
/// <param name="Manifest">Null at first use, and where it is missing or damaged.</param>
/// <param name="Pending">What an earlier run left to do.</param>
/// <param name="Snapshots">Read only where the manifest does not tell all; newest first.</param>
/// <param name="Listing">Null where the manifest was trusted.</param>
internal sealed record TargetState(
    TargetManifest? Manifest, PendingWork? Pending, ImmutableArray<ReleaseSnapshot> Snapshots, ImmutableArray<StandingFile>? Listing)
{
    /// <summary>Seen at the target; empty where the manifest was trusted.</summary>
    public required IReadOnlySet<string> Contents { get; init; }

    public KnownFiles Known => new(Manifest, Snapshots);

    public bool IsFirstUse => Manifest is null && Snapshots.IsEmpty;

    /// <summary>Newest first: those that can be brought back.</summary>
    public ImmutableArray<Release> Releases => Manifest?.Releases ?? [.. Snapshots.Select(snapshot => snapshot.Release)];

    /// <summary>The newest that was begun, finished or not.</summary>
    public Release? Newest => Releases.Concat(Snapshots.Select(snapshot => snapshot.Release)).MaxBy(release => (release.Number, release.Time));

    public CurrentSite Explain(IReadOnlyDictionary<string, ReleaseFile> desired, Func<ReleaseFile, string?> tagOf)
    {
        if (Listing is { } listing)
        {
            return new Inventory(Known, desired, tagOf).Explain(listing, Contents);
        }

        return Manifest is null ? CurrentSite.Empty : CurrentSite.Of(Manifest);
    }

    /// <summary>The number of the last release that used each content.</summary>
    public ImmutableDictionary<string, int> LastUses()
    {
        var uses = (Manifest?.Contents ?? ImmutableDictionary<string, int>.Empty).ToBuilder();
        foreach (var snapshot in Snapshots)
        {
            foreach (var file in snapshot.Files)
            {
                uses[file.Hash] = Math.Max(uses.GetValueOrDefault(file.Hash), snapshot.Release.Number);
            }
        }

        // What no release knows was sent for one that was never begun: it counts as older than all.
        foreach (var hash in Contents)
        {
            uses.TryAdd(hash, 0);
        }

        return uses.ToImmutable();
    }
}
