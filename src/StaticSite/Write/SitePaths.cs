using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>The paths that a site consists of, and the folders that they need.</summary>
internal sealed class SitePaths
{
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">Two files want one place: linking should have found that.</exception>
    public SitePaths(IEnumerable<OutputFile> files)
    {
        foreach (var file in files)
        {
            _files.Add(file.Path);
            if (!_anyCase.Add(file.Path))
            {
                throw new InvalidOperationException($"Two output files have the path '{file.Path}'.");
            }
        }

        Folders = FoldersOf(_files);
        if (Folders.FirstOrDefault(_anyCase.Contains) is { } both)
        {
            throw new InvalidOperationException($"The output path '{both}' is a file and a folder.");
        }
    }

    public HashSet<string> Folders { get; }

    public bool Contains(string path) => _files.Contains(path);

    /// <summary>On file systems where letter case does not count, this old name is the new file's.</summary>
    public bool DiffersByCaseOnly(string path) => _anyCase.Contains(path);

    /// <summary>The file that needs the place where a folder above <paramref name="path"/> stands; null where none does.</summary>
    public string? FindFileAbove(string path) => FoldersAbove(path).FirstOrDefault(_files.Contains);

    public static HashSet<string> FoldersOf(IEnumerable<string> files)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            // Above a folder that is known, all are.
            foreach (var folder in FoldersAbove(file))
            {
                if (!folders.Add(folder))
                {
                    break;
                }
            }
        }

        return folders;
    }

    /// <summary>From the nearest to the topmost.</summary>
    public static IEnumerable<string> FoldersAbove(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
