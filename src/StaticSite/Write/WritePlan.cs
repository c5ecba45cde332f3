using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Write;

internal enum FileState
{
    New,
    Changed,

    /// <summary>The same bytes stand there already; the file is not touched.</summary>
    Unchanged,
}

/// <param name="Hash">The first 16 hex digits of the content's SHA-256.</param>
internal sealed record PlannedFile(OutputFile File, string Hash, FileState State);

/// <summary>What has to happen to the output folder. Making one writes nothing.</summary>
/// <param name="Files">Every file that the site consists of, in ordinal order of paths.</param>
/// <param name="ClearFirst">Files and links that stand where a folder must go, or differ from a new name by letter case only.</param>
/// <param name="FoldersInTheWay">Folders, with nothing of anybody else's in them, that stand where a file must go.</param>
/// <param name="Leftovers">Temporary files of a killed build.</param>
/// <param name="Deletions">Files of earlier builds that the site no longer has.</param>
/// <param name="UnusedFolders">Deepest first; those that are empty in the end are removed.</param>
/// <param name="Removed">How many files of earlier builds go, by whatever way.</param>
internal sealed record WritePlan(
    OutputFolder Folder,
    ImmutableArray<PlannedFile> Files,
    ImmutableArray<string> ClearFirst,
    ImmutableArray<string> FoldersInTheWay,
    ImmutableArray<string> Leftovers,
    ImmutableArray<string> Deletions,
    ImmutableArray<string> UnusedFolders,
    int Removed)
{
    public IEnumerable<PlannedFile> ToWrite => Files.Where(file => file.State != FileState.Unchanged);

    public bool ChangesFiles =>
        ToWrite.Any() || ClearFirst.Length + FoldersInTheWay.Length + Leftovers.Length + Deletions.Length > 0;
}

/// <param name="Removed">Files of earlier builds; leftovers of killed ones are not counted.</param>
internal readonly record struct WriteResult(int Written, int Unchanged, int Removed);
