using System.Collections.Immutable;

namespace StaticSite.Publishing.Releases;

/// <summary>Stands at a target from before the first change until everything is done: what a publisher that was killed left to do.</summary>
/// <param name="IsWriting">The target may differ from its manifest. False where only caches have to be told.</param>
/// <param name="Purge">Paths whose content changed, and of which no cache has been told.</param>
internal sealed record PendingWork(string ReleaseId, bool IsWriting, ImmutableSortedSet<string> Purge)
{
    public byte[] ToBytes() => SealedJson.Write(json =>
    {
        json.WriteString("release", ReleaseId);
        json.WriteBoolean("writing", IsWriting);
        json.WriteStartArray("purge");
        foreach (var path in Purge)
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
    });

    /// <summary>One that is damaged still says that something was going on.</summary>
    public static PendingWork Parse(byte[] bytes) =>
        SealedJson.Read(bytes, json => new PendingWork(
            json.GetProperty("release").GetString()!,
            json.GetProperty("writing").GetBoolean(),
            json.GetProperty("purge").EnumerateArray().Select(path => path.GetString()!).ToImmutableSortedSet(StringComparer.Ordinal)))
        ?? new PendingWork("", IsWriting: true, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));
}
