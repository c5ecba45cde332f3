using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>Compares the site with what stands in the output folder.</summary>
internal sealed class WritePlanner
{
    private readonly OutputFolder _folder;
    private readonly SitePaths _site;
    private readonly HashSet<string> _ownFolders;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics;
    private readonly List<string> _clearFirst = [];
    private readonly List<string> _leftovers = [];
    private readonly List<string> _deletions = [];
    private readonly SortedSet<string> _unknown = new(StringComparer.Ordinal);
    private int _removed;

    private WritePlanner(OutputFolder folder, SitePaths site, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        _folder = folder;
        _site = site;
        _ownFolders = SitePaths.FoldersOf(folder.Known.Keys);
        _ownFolders.UnionWith(site.Folders);
        _diagnostics = diagnostics;
    }

    public static Outcome<WritePlan> Plan(
        IReadOnlyCollection<OutputFile> files, OutputFolder folder, IReadOnlyDictionary<string, Entry> standing, LastBuild last, CancellationToken cancellation)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var allowed = new List<OutputFile>(files.Count);
        var named = new List<int>(files.Count);
        foreach (var (number, file) in files.Index().OrderBy(one => one.Item.Path, StringComparer.Ordinal))
        {
            if (OutputNames.FindFault(file.Path) is { } fault)
            {
                diagnostics.Add(WriteDiagnostics.PathNotAllowed(folder, file.Path, fault));
            }
            else
            {
                allowed.Add(file);
                named.Add(number);
            }
        }

        var planner = new WritePlanner(folder, new SitePaths(allowed), diagnostics);
        var plan = planner.Plan(allowed, Order(named), standing, last, cancellation);
        return new Outcome<WritePlan>(plan, diagnostics.ToImmutable());
    }

    /// <summary>The places in a list of numbers, that of the smallest first.</summary>
    private static ImmutableArray<int> Order(List<int> numbers)
    {
        var places = Enumerable.Range(0, numbers.Count).ToArray();
        Array.Sort(numbers.ToArray(), places);
        return ImmutableCollectionsMarshal.AsImmutableArray(places);
    }

    private WritePlan Plan(List<OutputFile> files, ImmutableArray<int> renderOrder, IReadOnlyDictionary<string, Entry> entries, LastBuild last, CancellationToken cancellation)
    {
        var folders = entries.Where(entry => entry.Value.Kind == EntryKind.Folder).Select(entry => entry.Key).ToList();
        foreach (var (path, entry) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (entry.Kind != EntryKind.Folder && path != Manifest.FileName && !_site.Contains(path) && !OutputNames.IsForeignButExpected(path))
            {
                Sort(path, entry.Kind);
            }
        }

        _diagnostics.AddRange(_unknown.Select(path => WriteDiagnostics.UnknownFile(_folder, path)));
        var planned = new PlannedFile[files.Count];
        Workers.Run(files.Count, index => planned[index] = Compare(files[index], entries, last), cancellation);
        return new WritePlan(
            _folder,
            [.. planned],
            renderOrder,
            [.. _clearFirst],
            [.. folders.Where(_site.Contains).Order(StringComparer.Ordinal)],
            [.. _leftovers],
            [.. _deletions],
            [.. folders.Where(IsUnused).OrderDescending(StringComparer.Ordinal)],
            _removed);
    }

    private PlannedFile Compare(OutputFile file, IReadOnlyDictionary<string, Entry> entries, LastBuild last)
    {
        // Here, where all cores are at work, it is found out what each file shows.
        _ = file.Key;
        var known = last.Outputs.GetValueOrDefault(file.Path);
        if (!entries.TryGetValue(file.Path, out var entry) || entry.Kind == EntryKind.Folder)
        {
            return new(file, null, known);
        }

        if (entry.Kind == EntryKind.Link)
        {
            // Whatever it leads to, it is not our file.
            return new(file, new(new(Length: -1, Ticks: 0), null), known);
        }

        var isUntouched = known is not null && entry.Stamp == known.Stamp
            && (!entry.Stamp.IsDoubtful(last.SavedAt) || FileComparison.Of(_folder.PathOf(file.Path)) == known.Content);
        return new(file, new(entry.Stamp, isUntouched ? known!.Content : null), known);
    }

    /// <summary>Decides on a file or link that the site does not have.</summary>
    private void Sort(string path, EntryKind kind)
    {
        var isKnown = _folder.Known.ContainsKey(path);
        var isTemporary = kind == EntryKind.File && OutputNames.IsTemporary(path);
        var isOurs = isKnown || isTemporary;
        _removed += isKnown ? 1 : 0;
        if (_site.FindFileAbove(path) is { } above)
        {
            // What is ours goes with the folder that stands in the way.
            if (!isOurs)
            {
                _diagnostics.Add(WriteDiagnostics.FileInTheWay(_folder, path, above));
            }
        }
        else if (_site.Folders.Contains(path) && !isOurs && kind != EntryKind.Link)
        {
            _diagnostics.Add(WriteDiagnostics.FileInTheWay(_folder, path, path + "/"));
        }
        else if (_site.Folders.Contains(path) || (isKnown && _site.DiffersByCaseOnly(path)))
        {
            _clearFirst.Add(path);
        }
        else if (isTemporary)
        {
            _leftovers.Add(path);
        }
        else if (isKnown)
        {
            _deletions.Add(path);
        }
        else
        {
            _unknown.Add(TopmostForeign(path));
        }
    }

    /// <summary>A folder in which nothing is ours is one finding, however many files it holds.</summary>
    private string TopmostForeign(string path) =>
        SitePaths.FoldersAbove(path).LastOrDefault(folder => !_ownFolders.Contains(folder)) is { } folder ? folder + "/" : path;

    private bool IsUnused(string folder) =>
        !_site.Folders.Contains(folder) && !_site.Contains(folder) && _site.FindFileAbove(folder) is null && !OutputNames.IsForeignButExpected(folder);
}
