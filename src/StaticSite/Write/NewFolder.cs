using System.Text;

namespace StaticSite.Write;

/// <summary>A folder that is there with all its files or not at all.</summary>
internal static class NewFolder
{
    /// <summary>Whether a path below the root has a link on its way; parts that do not exist are none.</summary>
    public static bool IsLinked(string root, string path) => RealPath.Of(Path.Join(root, path)) != Path.Join(RealPath.Of(root), path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Written beside its place, and put there in one step.</summary>
    /// <param name="parent">Full path; made where it does not exist.</param>
    /// <returns>False where something stands there already, which stays as it is.</returns>
    /// <exception cref="IOException">The disk refuses; nothing was written then.</exception>
    public static bool TryCreate(string parent, string name, IEnumerable<(string Name, string Text)> files)
    {
        var place = Path.Join(parent, name);

        // A dotfolder, so that a killed run leaves nothing that counts as an article of the site.
        var beside = Path.Join(parent, $".{name}.{Path.GetRandomFileName()}");
        Directory.CreateDirectory(beside);
        try
        {
            foreach (var (file, text) in files)
            {
                using var to = new FileStream(Path.Join(beside, file), FileMode.CreateNew, FileAccess.Write, FileShare.None);
                to.Write(Encoding.UTF8.GetBytes(text));
                to.Flush(flushToDisk: true);
            }

            if (!Path.Exists(place))
            {
                Directory.Move(beside, place);
                return true;
            }
        }
        catch
        {
            Directory.Delete(beside, recursive: true);
            throw;
        }

        Directory.Delete(beside, recursive: true);
        return false;
    }
}
