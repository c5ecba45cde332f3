using System.Collections.Immutable;

namespace StaticSite.Publishing.Plan;

internal enum FileState
{
    New,

    /// <summary>New at this address; the content stood at one that is given up.</summary>
    Moved,
    Changed,

    /// <summary>The same bytes under other headers.</summary>
    Relabelled,
    Unchanged,
}

/// <param name="From">Where the content stood before; for <see cref="FileState.Moved"/> only.</param>
internal readonly record struct PlannedFile(ReleaseFile File, FileState State, string? From = null);

/// <summary>What has to happen so that a target serves a release.</summary>
/// <param name="Files">All files of the release, in ordinal order of their paths.</param>
/// <param name="Sends">One file for each content that the target does not have.</param>
/// <param name="Deletions">Addresses that the site gives up.</param>
/// <param name="Kept">Assets that stay although the site no longer has them.</param>
/// <param name="Expired">Assets that have stayed long enough.</param>
/// <param name="Standing">How many files the site had before.</param>
internal sealed record PublishPlan(
    ImmutableArray<PlannedFile> Files,
    ImmutableArray<ReleaseFile> Sends,
    ImmutableArray<ReleaseFile> Deletions,
    ImmutableSortedDictionary<string, KeptAsset> Kept,
    ImmutableArray<ReleaseFile> Expired,
    int Standing)
{
    private static readonly ImmutableArray<string> s_order = ["assets", "new pages", "new lists", "changed pages", "changed lists"];

    public long BytesToSend => Sends.Sum(file => file.Length);

    public IEnumerable<PlannedFile> ToWrite => Files.Where(file => file.State != FileState.Unchanged);

    /// <summary>Assets whose time is over are no reason for a release of their own.</summary>
    public bool ChangesNothing => Deletions.IsEmpty && Files.All(file => file.State == FileState.Unchanged);

    /// <summary>Files with an address of their own.</summary>
    public int Count(FileState state) => Files.Count(file => file.State == state && !file.File.IsVariant);

    public int DeletedAddresses => Deletions.Count(file => !file.IsVariant);

    /// <summary>More than a tenth of the site: somebody has to say that this is meant.</summary>
    public bool DeletesMuch => DeletedAddresses * 10L > Standing;

    /// <summary>
    /// The order of writing, group by group. What is new stands before anything leads to it: new lists, too, because new
    /// pages lead to them. Deletions follow when nothing leads to them any more.
    /// </summary>
    public IEnumerable<(string Name, ImmutableArray<PlannedFile> Files)> InOrder()
    {
        var groups = ToWrite.ToLookup(GroupOf);
        foreach (var name in s_order)
        {
            yield return (name, [.. groups[name]]);
        }
    }

    private static string GroupOf(PlannedFile file)
    {
        if (file.File.Kind == FileKind.Asset)
        {
            return "assets";
        }

        var isNew = file.State is FileState.New or FileState.Moved;
        return file.File.Kind == FileKind.Page
            ? isNew ? "new pages" : "changed pages"
            : isNew ? "new lists" : "changed lists";
    }
}
