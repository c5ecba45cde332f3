namespace StaticSite.Benchmarks;

/// <summary>An empty folder that is deleted in the end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string _path;

    public ScratchFolder(string path)
    {
        _path = path;
        Delete();
        Directory.CreateDirectory(path);
    }

    public string PathOf(string name) => Path.Join(_path, name);

    public void Dispose() => Delete();

    private void Delete()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
