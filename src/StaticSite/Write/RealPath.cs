namespace StaticSite.Write;

/// <summary>Full paths with every link resolved, so that a folder is known by whatever name it is called.</summary>
internal static class RealPath
{
    /// <summary>Parts that do not exist stay as they are written.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var result = Path.GetPathRoot(full)!;
        foreach (var part in full[result.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var folder = new DirectoryInfo(Path.Join(result, part));
            var target = folder.LinkTarget is null ? null : folder.ResolveLinkTarget(returnFinalTarget: true);
            result = target is null ? folder.FullName : Of(target.FullName);
        }

        return result;
    }

    /// <summary>Letter case does not count: where it does, two folders that differ in nothing else are not worth the risk.</summary>
    public static bool IsSameOrInside(string path, string folder)
    {
        var start = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(start, StringComparison.OrdinalIgnoreCase)
            && (path.Length == start.Length || start.Length == 0 || path[start.Length] == Path.DirectorySeparatorChar || Path.EndsInDirectorySeparator(start));
    }
}
