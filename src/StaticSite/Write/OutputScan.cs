using System.IO.Enumeration;
using StaticSite.Model;

namespace StaticSite.Write;

internal enum EntryKind
{
    File,
    Folder,

    /// <summary>A symbolic link, to whatever. It is never followed.</summary>
    Link,
}

internal readonly record struct Entry(EntryKind Kind, FileStamp Stamp);

/// <summary>What stands in the output folder, by path below it with <c>/</c>.</summary>
internal static class OutputScan
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
    };

    public static Dictionary<string, Entry> Read(OutputFolder folder)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        if (!Directory.Exists(folder.FullPath))
        {
            return entries;
        }

        var found = new FileSystemEnumerable<(string Path, Entry Entry)>(
            folder.FullPath,
            (ref FileSystemEntry entry) => (Relative(ref entry), EntryOf(ref entry)),
            Everything)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                KindOf(ref entry) == EntryKind.Folder && !OutputNames.IsForeignButExpected(Relative(ref entry)),
        };
        foreach (var (path, entry) in found)
        {
            entries.Add(path, entry);
        }

        return entries;
    }

    private static string Relative(ref FileSystemEntry entry) => entry.Directory.Length <= entry.RootDirectory.Length
        ? entry.FileName.ToString()
        : string.Concat(entry.Directory[(entry.RootDirectory.Length + 1)..], [Path.DirectorySeparatorChar], entry.FileName).Replace(Path.DirectorySeparatorChar, '/');

    private static Entry EntryOf(ref FileSystemEntry entry) =>
        KindOf(ref entry) is var kind && kind == EntryKind.File ? new(kind, new(entry.Length, entry.LastWriteTimeUtc.Ticks)) : new(kind, default);

    private static EntryKind KindOf(ref FileSystemEntry entry)
    {
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return EntryKind.Link;
        }

        return entry.IsDirectory ? EntryKind.Folder : EntryKind.File;
    }
}
