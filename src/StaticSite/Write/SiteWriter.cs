using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>
/// Brings the output folder to the state of the site, so that readers never meet a dead link, wherever it is stopped:
/// everything is written beside its place first, then renamed; what is new comes before the pages that lead to it, deletions come last.
/// </summary>
internal static class SiteWriter
{
    /// <summary>Compares only. Errors mean that the plan must not be carried out.</summary>
    /// <exception cref="IOException">The output cannot be read.</exception>
    public static Outcome<WritePlan> Plan(IReadOnlyCollection<OutputFile> files, OutputFolder folder, CancellationToken cancellation = default) =>
        WritePlanner.Plan(files, folder, cancellation);

    /// <summary>Can be cancelled until the first file is renamed.</summary>
    /// <exception cref="IOException">The disk is full, or the like. The next build finishes the work.</exception>
    public static WriteResult Write(WritePlan plan, BuildStamp stamp, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default) =>
        Write(plan, stamp, new OutputDisk(plan.Folder), progress, cancellation);

    public static WriteResult Write(WritePlan plan, BuildStamp stamp, OutputDisk disk, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        var manifest = new Manifest(stamp, IsComplete: true, plan.Files.ToImmutableSortedDictionary(file => file.File.Path, file => file.Hash, StringComparer.Ordinal));
        var toWrite = plan.ToWrite.ToImmutableArray();
        if (plan.ChangesFiles || !Stands(plan.Folder, manifest))
        {
            Prepare(plan, manifest, disk);
            Stage(toWrite, disk, progress, cancellation);
            Publish(toWrite, disk);
            Delete(plan, disk);
            disk.WriteManifest(manifest);
        }

        DeleteEmptyFolders(plan, disk);
        return new WriteResult(toWrite.Length, plan.Files.Length - toWrite.Length, plan.Removed);
    }

    /// <summary>From here on the manifest names the files of both builds, until the deletions are done: the next build knows whatever this one may leave behind.</summary>
    private static void Prepare(WritePlan plan, Manifest manifest, OutputDisk disk)
    {
        disk.CreateFolder("");
        disk.WriteManifest(manifest with { IsComplete = false, Files = plan.Folder.Known.SetItems(manifest.Files) });
        foreach (var path in plan.Leftovers.Concat(plan.ClearFirst))
        {
            disk.DeleteFile(path);
        }

        foreach (var folder in plan.FoldersInTheWay)
        {
            disk.DeleteFolder(folder);
        }
    }

    private static void Stage(ImmutableArray<PlannedFile> files, OutputDisk disk, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        foreach (var folder in SitePaths.FoldersOf(files.Select(file => file.File.Path)).Order(StringComparer.Ordinal))
        {
            disk.CreateFolder(folder);
        }

        var done = 0;
        try
        {
            void StageOne(int index)
            {
                disk.Stage(files[index]);
                progress?.Report(new BuildProgress("write", Interlocked.Increment(ref done), files.Length));
            }

            Workers.Run(files.Length, StageOne, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            foreach (var file in files)
            {
                disk.DeleteFile(OutputNames.Temporary(file.File.Path));
            }

            throw;
        }
    }

    /// <summary>
    /// New lists come before changed pages, because a new page that a changed one leads to may lead to them:
    /// nothing that a reader could reach before leads anywhere but to files that stand.
    /// </summary>
    private static void Publish(ImmutableArray<PlannedFile> files, OutputDisk disk)
    {
        var inOrder = files
            .OrderBy(file => file.File.Kind != OutputKind.Asset)
            .ThenBy(file => file.State)
            .ThenBy(file => file.File.Kind);
        foreach (var file in inOrder)
        {
            disk.Publish(file.File.Path);
        }
    }

    private static void Delete(WritePlan plan, OutputDisk disk)
    {
        foreach (var path in plan.Deletions)
        {
            disk.DeleteFile(path);
        }
    }

    private static void DeleteEmptyFolders(WritePlan plan, OutputDisk disk)
    {
        foreach (var folder in plan.UnusedFolders)
        {
            disk.DeleteFolderIfEmpty(folder);
        }
    }

    private static bool Stands(OutputFolder folder, Manifest manifest)
    {
        var place = folder.PathOf(Manifest.FileName);
        return File.Exists(place) && File.ReadAllBytes(place).AsSpan().SequenceEqual(manifest.ToBytes());
    }
}
