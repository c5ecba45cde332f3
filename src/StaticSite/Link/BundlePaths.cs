namespace StaticSite.Link;

/// <summary>Paths that authors write, as far as they stay in their bundle.</summary>
internal static class BundlePaths
{
    /// <summary>The path from the bundle's folder; null where it leads out, however the way out is spelled.</summary>
    public static string? FindInside(string written)
    {
        if (!StaysInside(written) || !StaysInside(Uri.UnescapeDataString(written)))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in written.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool StaysInside(string path)
    {
        if (path.StartsWith('/') || path.AsSpan().IndexOfAny("\\:") >= 0 || path.Any(char.IsControl))
        {
            return false;
        }

        var depth = 0;
        foreach (var part in path.Split('/'))
        {
            depth += part switch { ".." => -1, "" or "." => 0, _ => 1 };
            if (depth < 0)
            {
                return false;
            }
        }

        return true;
    }
}
