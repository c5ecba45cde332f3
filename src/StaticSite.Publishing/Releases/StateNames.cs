namespace StaticSite.Publishing.Releases;

/// <summary>The documents that a target keeps of itself, below its state prefix.</summary>
internal static class StateNames
{
    public const string Manifest = "manifest.json.gz";
    public const string Pending = "pending.json.gz";
    public const string Snapshots = "releases/";
    public const string Locks = "locks/";
    public const string Probe = "probe";

    private const string SnapshotEnding = ".json.gz";

    public static string Snapshot(string id) => Snapshots + id + SnapshotEnding;

    /// <summary>Null for what is no snapshot.</summary>
    public static string? FindSnapshotId(string name) =>
        name.StartsWith(Snapshots, StringComparison.Ordinal) && name.EndsWith(SnapshotEnding, StringComparison.Ordinal)
        && Release.IsId(name[Snapshots.Length..^SnapshotEnding.Length])
            ? name[Snapshots.Length..^SnapshotEnding.Length]
            : null;
}
