namespace StaticSite.Publishing.Staging;

/// <summary>Where staging keeps its own files. Everything in it can be made again.</summary>
internal static class StagingFolder
{
    /// <summary>Below the site's root; version control leaves it out.</summary>
    public const string Default = ".staticsite/publish";

    public static string Remembered(string folder) => Path.Join(folder, "index.json");

    public static string Compressed(string folder) => Path.Join(folder, "compressed");

    public static string ServerFile(string folder, string name) => Path.Join(folder, "server", name);

    /// <summary>Whoever reads the place finds the old bytes or the new ones. Two threads may write the same.</summary>
    public static void Replace(string place, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var beside = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
