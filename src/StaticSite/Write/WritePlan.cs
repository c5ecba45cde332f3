using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Write;

/// <param name="Standing">What stands at its place already; null where there is no file.</param>
/// <param name="Last">What the last build knew of its own file there; null where it wrote none.</param>
internal sealed record PlannedFile(OutputFile File, StandingFile? Standing, KnownOutput? Last)
{
    /// <summary>The same ingredients, and nobody has touched the file since: it is neither rendered nor looked at.</summary>
    public bool IsCurrent => Standing is { Content: not null } && Last is not null && Last.Key == File.Key;
}

/// <param name="Content">Known where the file is as the last build left it.</param>
internal readonly record struct StandingFile(FileStamp Stamp, Digest? Content);

/// <summary>What has to happen to the output folder, but for what only rendering can tell. Making one writes nothing.</summary>
/// <param name="Files">Every file that the site consists of, in ordinal order of paths.</param>
/// <param name="RenderOrder">The places in <paramref name="Files"/> in the order in which the site names them: the translations of an article follow one another there, and share what is read for them.</param>
/// <param name="ClearFirst">Files and links that stand where a folder must go, or differ from a new name by letter case only.</param>
/// <param name="FoldersInTheWay">Folders, with nothing of anybody else's in them, that stand where a file must go.</param>
/// <param name="Leftovers">Temporary files of a killed build.</param>
/// <param name="Deletions">Files of earlier builds that the site no longer has.</param>
/// <param name="UnusedFolders">Deepest first; those that are empty in the end are removed.</param>
/// <param name="Removed">How many files of earlier builds go, by whatever way.</param>
internal sealed record WritePlan(
    OutputFolder Folder,
    ImmutableArray<PlannedFile> Files,
    ImmutableArray<int> RenderOrder,
    ImmutableArray<string> ClearFirst,
    ImmutableArray<string> FoldersInTheWay,
    ImmutableArray<string> Leftovers,
    ImmutableArray<string> Deletions,
    ImmutableArray<string> UnusedFolders,
    int Removed)
{
    /// <summary>Something must go before anything can be written.</summary>
    public bool NeedsRoom => ClearFirst.Length + FoldersInTheWay.Length > 0;
}

/// <param name="Removed">Files of earlier builds; leftovers of killed ones are not counted.</param>
/// <param name="Outputs">What is known of every file now, by path.</param>
internal sealed record WriteResult(int Written, int Unchanged, int Removed, IReadOnlyDictionary<string, KnownOutput> Outputs)
{
    public static WriteResult Nothing { get; } = new(0, 0, 0, LastBuild.None.Outputs);
}
