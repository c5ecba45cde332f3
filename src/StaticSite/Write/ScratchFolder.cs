namespace StaticSite.Write;

/// <summary>A folder below a root's <c>.staticsite</c> that is gone when it is disposed of.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _path;

    private ScratchFolder(string path) => _path = path;

    /// <summary>What a run that was killed left there is removed.</summary>
    public static ScratchFolder Create(string root)
    {
        var folder = new ScratchFolder(Path.Join(root, ".staticsite", "verify"));
        folder.Dispose();
        Directory.CreateDirectory(folder._path);
        return folder;
    }

    public string PathOf(string name) => Path.Join(_path, name);

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
