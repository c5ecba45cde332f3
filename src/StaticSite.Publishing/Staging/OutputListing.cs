using System.Collections.Immutable;
using System.IO.Enumeration;
using StaticSite.Write;

namespace StaticSite.Publishing.Staging;

internal readonly record struct ListedFile(long Length, DateTime LastWriteUtc);

/// <summary>What stands in the output folder, by path below it with <c>/</c>. No file is opened, no link followed.</summary>
/// <param name="Links">Symbolic links, to files and folders, in ordinal order.</param>
internal sealed record OutputListing(IReadOnlyDictionary<string, ListedFile> Files, ImmutableArray<string> Links)
{
    private static readonly EnumerationOptions s_everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    public static OutputListing Read(string folder)
    {
        var files = new Dictionary<string, ListedFile>(StringComparer.Ordinal);
        var links = ImmutableArray.CreateBuilder<string>();
        var entries = new FileSystemEnumerable<(string Path, bool IsLink, ListedFile File)>(
            Path.TrimEndingDirectorySeparator(folder),
            (ref FileSystemEntry entry) => (Relative(ref entry), IsLink(ref entry), new(entry.IsDirectory ? 0 : entry.Length, entry.LastWriteTimeUtc.UtcDateTime)),
            s_everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry) && !OutputNames.IsForeignButExpected(Relative(ref entry)),
        };
        foreach (var (path, isLink, file) in entries)
        {
            if (OutputNames.IsHarmless(path))
            {
                continue;
            }

            if (isLink)
            {
                links.Add(path);
            }
            else
            {
                files.Add(path, file);
            }
        }

        links.Sort(StringComparer.Ordinal);
        return new(files, links.ToImmutable());
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static string Relative(ref FileSystemEntry entry) =>
        entry.ToFullPath()[(entry.RootDirectory.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');
}
