using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>
/// Brings the output folder to the state of the site, so that readers never meet a dead link, wherever it is stopped:
/// everything is written beside its place first, then renamed; what is new comes before the pages that lead to it, deletions come last.
/// What is rendered goes straight to the disk: no page waits in memory for the others.
/// </summary>
internal sealed class SiteWriter
{
    private readonly WritePlan _plan;
    private readonly OutputDisk _disk;
    private readonly IProgress<BuildProgress>? _progress;
    private readonly ConcurrentBag<Diagnostic> _failures = [];
    private readonly bool _isFirst;
    private int _done;

    private SiteWriter(WritePlan plan, OutputDisk disk, IProgress<BuildProgress>? progress)
    {
        (_plan, _disk, _progress) = (plan, disk, progress);
        _isFirst = !plan.Folder.HasManifest;
    }

    private enum FileState
    {
        New,
        Changed,

        /// <summary>The same bytes stand there already; the file is not touched.</summary>
        Unchanged,
    }

    private readonly record struct MadeFile(OutputFile File, FileState State, KnownOutput Output);

    /// <summary>Compares only. Errors mean that the plan must not be carried out.</summary>
    /// <param name="standing">What <see cref="OutputScan"/> found in the folder.</param>
    public static Outcome<WritePlan> Plan(
        IReadOnlyCollection<OutputFile> files, OutputFolder folder, IReadOnlyDictionary<string, Entry> standing, LastBuild last, CancellationToken cancellation = default) =>
        WritePlanner.Plan(files, folder, standing, last, cancellation);

    /// <summary>Renders and writes. Can be cancelled until the first file is renamed; where rendering finds errors, nothing is renamed.</summary>
    /// <exception cref="IOException">The disk is full, or the like. The next build finishes the work.</exception>
    public static Outcome<WriteResult> Write(WritePlan plan, BuildStamp stamp, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default) =>
        Write(plan, stamp, new OutputDisk(plan.Folder), progress, cancellation);

    public static Outcome<WriteResult> Write(
        WritePlan plan, BuildStamp stamp, OutputDisk disk, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default) =>
        new SiteWriter(plan, disk, progress).Write(stamp, cancellation);

    private Outcome<WriteResult> Write(BuildStamp stamp, CancellationToken cancellation)
    {
        foreach (var path in _plan.Leftovers)
        {
            _disk.DeleteFile(path);
        }

        _disk.CreateFolder("");
        if (_plan.NeedsRoom || _isFirst)
        {
            // A folder without one would be somebody else's for the next build.
            WriteUnfinished(stamp);
            Clear();
        }

        var made = Stage(cancellation);
        if (!_failures.IsEmpty)
        {
            Unstage();
            return new(WriteResult.Nothing, [.. _failures.Distinct()]);
        }

        var toWrite = made.Where(file => file.State != FileState.Unchanged).ToImmutableArray();
        var manifest = new Manifest(
            stamp, IsComplete: true, made.ToDictionary(file => file.File.Path, file => new ManifestEntry(file.File.Kind, file.Output.Content), StringComparer.Ordinal));
        if (toWrite.Length + _plan.Deletions.Length > 0 || _plan.NeedsRoom || !Stands(manifest))
        {
            WriteUnfinished(stamp);
            Publish(toWrite);
            Delete();
            _disk.WriteManifest(manifest);
        }

        DeleteEmptyFolders();
        var outputs = made.ToDictionary(file => file.File.Path, file => file.Output, StringComparer.Ordinal);
        return new(new(toWrite.Length, made.Length - toWrite.Length, _plan.Removed, outputs), []);
    }

    /// <summary>From here on the manifest names the files of both builds, until the deletions are done: the next build knows whatever this one may leave behind.</summary>
    private void WriteUnfinished(BuildStamp stamp)
    {
        var files = new Dictionary<string, ManifestEntry>(_plan.Folder.Known, StringComparer.Ordinal);
        foreach (var planned in _plan.Files)
        {
            // Of what is not rendered yet, no content is known: for the deletions of the next build its path is enough.
            files[planned.File.Path] = new(planned.File.Kind, planned.Last?.Content ?? default);
        }

        _disk.WriteManifest(new(stamp, IsComplete: false, files));
    }

    private void Clear()
    {
        foreach (var path in _plan.ClearFirst)
        {
            _disk.DeleteFile(path);
        }

        foreach (var folder in _plan.FoldersInTheWay)
        {
            _disk.DeleteFolder(folder);
        }
    }

    private MadeFile[] Stage(CancellationToken cancellation)
    {
        foreach (var folder in SitePaths.FoldersOf(_plan.Files.Where(file => file.Standing is null).Select(file => file.File.Path)).Order(StringComparer.Ordinal))
        {
            _disk.CreateFolder(folder);
        }

        var made = new MadeFile[_plan.Files.Length];
        var total = _plan.Files.Count(file => !file.IsCurrent);
        try
        {
            Workers.Run(made.Length, number => made[_plan.RenderOrder[number]] = Make(_plan.Files[_plan.RenderOrder[number]], total), cancellation);
            return made;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            Unstage();
            throw;
        }
    }

    private MadeFile Make(PlannedFile planned, int total)
    {
        if (planned.IsCurrent)
        {
            return new(planned.File, FileState.Unchanged, planned.Last!);
        }

        var made = planned.File.Source is { } source ? Copy(planned, source) : Render(planned);
        _progress?.Report(new BuildProgress("render", Interlocked.Increment(ref _done), total));
        return made;
    }

    private MadeFile Copy(PlannedFile planned, FileContent source)
    {
        var content = Digest.Parse(source.Hash);
        return HasContent(planned, content, source.Length)
            ? Keep(planned, content)
            : Made(planned, content, _disk.Stage(planned.File.Path, source));
    }

    private MadeFile Render(PlannedFile planned)
    {
        var (bytes, found) = planned.File.Render();
        foreach (var diagnostic in found)
        {
            _failures.Add(diagnostic);
        }

        var content = Digest.OfFile(bytes);
        return !_failures.IsEmpty || HasContent(planned, content, bytes.Length)
            ? Keep(planned, content)
            : Made(planned, content, _disk.Stage(planned.File.Path, bytes));
    }

    private bool HasContent(PlannedFile planned, Digest content, long length) =>
        planned.Standing is { } standing
        && (standing.Content ?? (standing.Stamp.Length == length ? FileComparison.Of(_plan.Folder.PathOf(planned.File.Path)) : null)) == content;

    private static MadeFile Keep(PlannedFile planned, Digest content) => new(planned.File, FileState.Unchanged, Output(planned, content, planned.Standing?.Stamp ?? default));

    private static MadeFile Made(PlannedFile planned, Digest content, FileStamp stamp) =>
        new(planned.File, planned.Standing is null ? FileState.New : FileState.Changed, Output(planned, content, stamp));

    private static KnownOutput Output(PlannedFile planned, Digest content, FileStamp stamp) =>
        new(planned.File.Key, content, stamp, Stored.InMemory(new OutputShows(planned.File.Shows, Causes(planned))));

    /// <summary>What changed since the last build: ingredients that are there now in another form, and those that are gone.</summary>
    private static ImmutableArray<Ingredient> Causes(PlannedFile planned)
    {
        if (planned.Last is not { } last)
        {
            return [];
        }

        var (shown, causes) = last.Ingredients.Load();
        if (last.Key == planned.File.Key)
        {
            return causes;
        }

        var gone = shown.Except(planned.File.Shows).ToList();
        var come = planned.File.Shows.Except(shown).ToList();
        return [.. come, .. gone.Where(one => !come.Any(other => (other.Kind, other.Name) == (one.Kind, one.Name)))];
    }

    private void Unstage()
    {
        foreach (var file in _plan.Files.Where(file => !file.IsCurrent))
        {
            _disk.DeleteFile(OutputNames.Temporary(file.File.Path));
        }

        if (_isFirst)
        {
            _disk.DeleteFile(Manifest.FileName);
        }
    }

    /// <summary>
    /// New lists come before changed pages, because a new page that a changed one leads to may lead to them:
    /// nothing that a reader could reach before leads anywhere but to files that stand.
    /// </summary>
    private void Publish(ImmutableArray<MadeFile> files)
    {
        var inOrder = files
            .OrderBy(file => file.File.Kind != OutputKind.Asset)
            .ThenBy(file => file.State)
            .ThenBy(file => file.File.Kind);
        var done = 0;
        foreach (var file in inOrder)
        {
            _disk.Publish(file.File.Path);
            _progress?.Report(new BuildProgress("write", ++done, files.Length));
        }
    }

    private void Delete()
    {
        foreach (var path in _plan.Deletions)
        {
            _disk.DeleteFile(path);
        }
    }

    private void DeleteEmptyFolders()
    {
        foreach (var folder in _plan.UnusedFolders)
        {
            _disk.DeleteFolderIfEmpty(folder);
        }
    }

    private bool Stands(Manifest manifest)
    {
        var place = _plan.Folder.PathOf(Manifest.FileName);
        return File.Exists(place) && File.ReadAllBytes(place).AsSpan().SequenceEqual(manifest.ToBytes());
    }
}
