using System.Collections.Immutable;
using System.IO.Enumeration;
using StaticSite.Model;

namespace StaticSite.Read;

/// <param name="Path">Relative to the root, with <c>/</c>.</param>
/// <param name="Real">Where it lies once all links are followed; null where that has to be found out.</param>
internal readonly record struct ListedFolder(string Path, string? Real);

/// <summary>All files below one folder. Links are followed as long as they stay below the site's root.</summary>
internal sealed class FolderLister(string root, string realRoot, ImmutableArray<Diagnostic>.Builder found)
{
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, long Length, DateTime LastWriteUtc);

    /// <summary>The same for one thread of several: each finds faults for itself.</summary>
    public FolderLister Beside(ImmutableArray<Diagnostic>.Builder ownFaults) => new(root, realRoot, ownFaults);

    /// <summary>Files below a folder, in ordinal order of their paths; none where the folder does not exist.</summary>
    /// <param name="path">Relative to the root, with <c>/</c>.</param>
    /// <param name="withDotFiles">Dotfiles are kept, but for those that version control and file managers leave behind.</param>
    public ImmutableArray<InputFile> Files(string path, bool withDotFiles = false)
    {
        var files = ImmutableArray.CreateBuilder<InputFile>();
        if (Directory.Exists(Full(path)) && RealOf(path) is { } real)
        {
            Collect(path, [real], withDotFiles, files);
        }

        return Sort(files);
    }

    /// <summary>Files below a folder, and those below one of its hidden folders; both in ordinal order of their paths.</summary>
    public (ImmutableArray<InputFile> Files, ImmutableArray<InputFile> Hidden) Files(ListedFolder folder, string hidden)
    {
        if ((folder.Real ?? RealOf(folder.Path)) is not { } real)
        {
            return ([], []);
        }

        ImmutableStack<string> realFolders = [real];
        var (files, ofHidden) = (ImmutableArray.CreateBuilder<InputFile>(), ImmutableArray.CreateBuilder<InputFile>());
        var entries = Entries(folder.Path);
        CollectAll(entries, folder.Path, realFolders, withDotFiles: false, files);
        foreach (var entry in entries)
        {
            if (entry.Name == hidden && entry.IsFolder)
            {
                CollectFolderOrLink(entry, $"{folder.Path}/{hidden}", realFolders, withDotFiles: false, ofHidden);
            }
        }

        return (Sort(files), Sort(ofHidden));
    }

    /// <summary>The folders and the names of the files directly in a folder, in ordinal order.</summary>
    public (ImmutableArray<ListedFolder> Folders, ImmutableArray<string> Files) Children(ListedFolder folder)
    {
        // Of a folder that leads out of the root, each child is found out about, and refused.
        var real = (folder.Real ?? RealPath.Find(Full(folder.Path))) is { } place && RealPath.IsBelow(place, realRoot) ? place : null;
        var entries = Entries(folder.Path).Where(entry => !IsHidden(entry.Name, false)).OrderBy(entry => entry.Name, StringComparer.Ordinal).ToLookup(entry => entry.IsFolder);
        return (
            [.. entries[true].Select(entry => new ListedFolder($"{folder.Path}/{entry.Name}", entry.IsLink || real is null ? null : Path.Combine(real, entry.Name)))],
            [.. entries[false].Select(entry => entry.Name)]);
    }

    public bool Exists(string path) => Directory.Exists(Full(path));

    /// <summary>One file; null where it does not exist or leads out of the root.</summary>
    public InputFile? FindFile(string path) =>
        File.Exists(Full(path)) && RealOf(path) is { } real && new FileInfo(real) is var file
            ? new InputFile(path, root, file.Length, file.LastWriteTimeUtc)
            : null;

    /// <summary>The names directly in a folder, in ordinal order: folders first.</summary>
    public (ImmutableArray<string> Folders, ImmutableArray<string> Files) Names(string path)
    {
        var entries = Entries(path).Where(entry => !IsHidden(entry.Name, false)).ToLookup(entry => entry.IsFolder, entry => entry.Name);
        return ([.. entries[true].Order(StringComparer.Ordinal)], [.. entries[false].Order(StringComparer.Ordinal)]);
    }

    private void Collect(string path, ImmutableStack<string> realFolders, bool withDotFiles, ImmutableArray<InputFile>.Builder files)
    {
        CollectAll(Entries(path), path, realFolders, withDotFiles, files);
    }

    private void CollectAll(Entry[] entries, string path, ImmutableStack<string> realFolders, bool withDotFiles, ImmutableArray<InputFile>.Builder files)
    {
        foreach (var entry in entries)
        {
            if (IsHidden(entry.Name, withDotFiles))
            {
                continue;
            }

            var below = $"{path}/{entry.Name}";
            if (IsBad(entry.Name))
            {
                found.Add(ReadDiagnostics.BadFileName(below));
            }
            else if (entry is { IsLink: false, IsFolder: false })
            {
                files.Add(new InputFile(below, root, entry.Length, entry.LastWriteUtc));
            }
            else
            {
                CollectFolderOrLink(entry, below, realFolders, withDotFiles, files);
            }
        }
    }

    private void CollectFolderOrLink(
        Entry entry, string path, ImmutableStack<string> realFolders, bool withDotFiles, ImmutableArray<InputFile>.Builder files)
    {
        var real = !entry.IsLink ? Path.Combine(realFolders.Peek(), entry.Name) : RealOf(path);
        if (real is null)
        {
            return;
        }

        if (entry.IsLink && File.Exists(real))
        {
            var target = new FileInfo(real);
            files.Add(new InputFile(path, root, target.Length, target.LastWriteTimeUtc));
        }
        else if (realFolders.Any(folder => RealPath.IsBelow(folder, real)))
        {
            found.Add(ReadDiagnostics.LinkLoops(path));
        }
        else
        {
            Collect(path, realFolders.Push(real), withDotFiles, files);
        }
    }

    /// <summary>Null where the path leads nowhere or out of the root, which has been reported then.</summary>
    private string? RealOf(string path)
    {
        var real = RealPath.Find(Full(path));
        if (real is not null && RealPath.IsBelow(real, realRoot))
        {
            return real;
        }

        found.Add(real is null ? ReadDiagnostics.Unreadable(path, "the link leads nowhere.") : ReadDiagnostics.LinkLeavesRoot(path));
        return null;
    }

    private Entry[] Entries(string path)
    {
        try
        {
            return [.. new FileSystemEnumerable<Entry>(Full(path), (ref FileSystemEntry entry) => EntryOf(ref entry), s_everything)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            found.Add(ReadDiagnostics.Unreadable(path, error.Message));
            return [];
        }
    }

    /// <summary>One look at the disk for each file: builds in which nothing changed do little else.</summary>
    private static Entry EntryOf(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
        return entry.IsDirectory || isLink
            ? new(name, entry.IsDirectory, isLink, 0, default)
            : new(name, IsFolder: false, IsLink: false, entry.Length, entry.LastWriteTimeUtc.UtcDateTime);
    }

    private static ImmutableArray<InputFile> Sort(ImmutableArray<InputFile>.Builder files)
    {
        files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return files.DrainToImmutable();
    }

    private static bool IsBad(string name)
    {
        foreach (var c in name)
        {
            if (c is '\\' or ForbiddenCharacters.Replacement || char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(string name, bool withDotFiles) =>
        name is ".DS_Store" or "Thumbs.db" or "desktop.ini"
        || name.StartsWith("~$", StringComparison.Ordinal)
        || (name[0] == '.' && (!withDotFiles || name.StartsWith(".git", StringComparison.Ordinal)));

    private string Full(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
}
