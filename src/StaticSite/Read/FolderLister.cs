using System.Collections.Immutable;
using System.IO.Enumeration;
using StaticSite.Model;

namespace StaticSite.Read;

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

        files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return files.DrainToImmutable();
    }

    public bool Exists(string path) => Directory.Exists(Full(path));

    /// <summary>One file; null where it does not exist or leads out of the root.</summary>
    public InputFile? FindFile(string path) =>
        File.Exists(Full(path)) && RealOf(path) is { } real && new FileInfo(real) is var file
            ? new InputFile(path, Full(path), file.Length, file.LastWriteTimeUtc)
            : null;

    /// <summary>The names directly in a folder, in ordinal order: folders first.</summary>
    public (ImmutableArray<string> Folders, ImmutableArray<string> Files) Names(string path)
    {
        var entries = Entries(path).Where(entry => !IsHidden(entry.Name, false)).ToLookup(entry => entry.IsFolder, entry => entry.Name);
        return ([.. entries[true].Order(StringComparer.Ordinal)], [.. entries[false].Order(StringComparer.Ordinal)]);
    }

    private void Collect(string path, ImmutableStack<string> realFolders, bool withDotFiles, ImmutableArray<InputFile>.Builder files)
    {
        foreach (var entry in Entries(path))
        {
            var below = $"{path}/{entry.Name}";
            if (IsHidden(entry.Name, withDotFiles))
            {
                continue;
            }

            if (entry.Name.Any(c => c is '\\' or ForbiddenCharacters.Replacement || char.IsControl(c)))
            {
                found.Add(ReadDiagnostics.BadFileName(below));
            }
            else if (entry is { IsLink: false, IsFolder: false })
            {
                files.Add(new InputFile(below, Full(below), entry.Length, entry.LastWriteUtc));
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

        if (File.Exists(real))
        {
            var target = new FileInfo(real);
            files.Add(new InputFile(path, Full(path), target.Length, target.LastWriteTimeUtc));
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

    private static bool IsHidden(string name, bool withDotFiles) =>
        name is ".DS_Store" or "Thumbs.db" or "desktop.ini"
        || name.StartsWith("~$", StringComparison.Ordinal)
        || (name[0] == '.' && (!withDotFiles || name.StartsWith(".git", StringComparison.Ordinal)));

    private string Full(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
}
