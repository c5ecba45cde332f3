namespace StaticSite.Benchmarks;

/// <summary>An empty folder that is deleted in the end, unless it is to be looked at.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _path;
    private readonly bool _isKept;

    public ScratchFolder(string path, bool isKept = false)
    {
        (_path, _isKept) = (path, isKept);
        Delete();
        Directory.CreateDirectory(path);
    }

    public string PathOf(string name) => Path.Join(_path, name);

    public void Dispose()
    {
        if (!_isKept)
        {
            Delete();
        }
    }

    private void Delete()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
