namespace StaticSite.Read;

/// <summary>Where a path leads once all links on its way are followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>Null where a part does not exist or the links go in circles.</summary>
    public static string? Find(string path)
    {
        var links = 0;
        return Find(Path.GetFullPath(path), ref links);
    }

    public static bool IsBelow(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Find(string path, ref int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (entry.LinkTarget is { } target)
            {
                if (++links > MostLinks || Find(Path.GetFullPath(target, real), ref links) is not { } followed)
                {
                    return null;
                }

                real = followed;
            }
            else if (entry.Exists)
            {
                real = next;
            }
            else
            {
                return null;
            }
        }

        return real;
    }
}
