using System.Security.Cryptography;
using System.Text;

namespace StaticSite.Write;

/// <summary>Which names may stand in the output, and which of them are staticsite's own.</summary>
internal static class OutputNames
{
    private const string TemporarySuffix = ".staticsite-tmp";

    /// <summary>File systems allow 255 bytes; what is longer than this would not leave room for the suffix.</summary>
    private const int LongestKept = 200;

    /// <summary>The name under which a file is written beside its place.</summary>
    public static string Temporary(string path)
    {
        var start = path.LastIndexOf('/') + 1;
        var name = path[start..];
        if (Encoding.UTF8.GetByteCount(name) > LongestKept)
        {
            name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        }

        return $"{path[..start]}.{name}{TemporarySuffix}";
    }

    public static bool IsTemporary(string path) =>
        path.EndsWith(TemporarySuffix, StringComparison.Ordinal) && path[path.LastIndexOf('/') + 1] == '.';

    /// <summary>What version control and file browsers leave in any folder; it is neither touched nor worth a warning.</summary>
    public static bool IsForeignButExpected(string path) => path[(path.LastIndexOf('/') + 1)..] is ".DS_Store" or "Thumbs.db" or "desktop.ini" || path is ".git";

    /// <summary>A folder with nothing else in it counts as empty.</summary>
    public static bool IsHarmless(string name) => IsTemporary(name) || IsForeignButExpected(name);

    /// <summary>Why no file may be written to this path; null where one may.</summary>
    public static string? FindFault(string path)
    {
        var parts = path.Split('/');
        if (path.Equals(Manifest.FileName, StringComparison.OrdinalIgnoreCase) || parts[0].Equals(".git", StringComparison.OrdinalIgnoreCase) || parts.Any(IsTemporary))
        {
            return "the name is kept for other use";
        }

        if (path.AsSpan().ContainsAny('\\', '\0') || path.Any(char.IsControl))
        {
            return "a name may hold no backslash and no control character";
        }

        return parts.Any(part => part is "" or "." or "..") ? "it is no path below the output folder" : null;
    }
}
