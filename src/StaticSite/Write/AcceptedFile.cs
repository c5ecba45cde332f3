using System.Text;

namespace StaticSite.Write;

/// <summary>The text that a translation was made from, as it is kept in input/.</summary>
internal static class AcceptedFile
{
    /// <summary>Writes the file beside its place and puts it there in one step. A link that stands there is replaced, not followed.</summary>
    /// <param name="folder">Full path; made where it does not exist.</param>
    /// <exception cref="IOException">The disk refuses, or the folder is a link that leads out of the site.</exception>
    public static void Replace(string root, string folder, string name, string text)
    {
        if (!RealPath.IsSameOrInside(RealPath.Of(folder), RealPath.Of(root)))
        {
            throw new IOException($"'{folder}' leads out of the site's folder; nothing was written.");
        }

        Directory.CreateDirectory(folder);
        var place = Path.Join(folder, name);

        // A dotfile, so that a killed run leaves nothing that counts as a file of the site.
        var beside = Path.Join(folder, $".{name}.{Path.GetRandomFileName()}");
        try
        {
            using (var to = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                to.Write(Encoding.UTF8.GetBytes(text));
                to.Flush(flushToDisk: true);
            }

            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
