using StaticSite.Model;

namespace StaticSite.Write;

/// <summary>Every change that is made to the output folder goes through here.</summary>
/// <param name="beforeEach">Called before each single change, with its name: where a process may be killed.</param>
internal sealed class OutputDisk(OutputFolder folder, Action<string>? beforeEach = null)
{
    public void CreateFolder(string path)
    {
        beforeEach?.Invoke($"create folder {path}");
        Directory.CreateDirectory(folder.PathOf(path));
    }

    /// <summary>Writes the content beside its place.</summary>
    public FileStamp Stage(string path, ReadOnlySpan<byte> content)
    {
        beforeEach?.Invoke($"stage {path}");
        using var to = CreateTemporary(path);
        to.Write(content);
        return StampOf(to);
    }

    /// <summary>Copies a file beside the place that it is to have.</summary>
    public FileStamp Stage(string path, FileContent source)
    {
        beforeEach?.Invoke($"stage {path}");
        using var to = CreateTemporary(path);
        using var from = new FileStream(source.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (FileComparison.Copy(from, to) != Digest.Parse(source.Hash))
        {
            throw new IOException($"'{source.FullPath}' changed while the site was built. Build it again.");
        }

        return StampOf(to);
    }

    /// <summary>Puts a staged file in its place, in one step. A link that stands there is replaced, not followed.</summary>
    public void Publish(string path)
    {
        beforeEach?.Invoke($"publish {path}");
        File.Move(folder.PathOf(OutputNames.Temporary(path)), folder.PathOf(path), overwrite: true);
    }

    public void WriteManifest(Manifest manifest)
    {
        DeleteFile(OutputNames.Temporary(Manifest.FileName));
        beforeEach?.Invoke("stage the manifest");
        using (var to = CreateTemporary(Manifest.FileName))
        {
            to.Write(manifest.ToBytes());
            to.Flush(flushToDisk: true);
        }

        Publish(Manifest.FileName);
    }

    /// <summary>Of a link, the link itself.</summary>
    public void DeleteFile(string path)
    {
        beforeEach?.Invoke($"delete {path}");
        var place = folder.PathOf(path);
        if (OperatingSystem.IsWindows() && Directory.Exists(place))
        {
            // A link to a folder.
            Directory.Delete(place);
            return;
        }

        File.Delete(place);
    }

    public void DeleteFolder(string path)
    {
        beforeEach?.Invoke($"delete folder {path}");
        Directory.Delete(folder.PathOf(path), recursive: true);
    }

    public void DeleteFolderIfEmpty(string path)
    {
        var place = folder.PathOf(path);
        if (!Directory.EnumerateFileSystemEntries(place).Any())
        {
            beforeEach?.Invoke($"delete folder {path}");
            Directory.Delete(place);
        }
    }

    private static FileStamp StampOf(FileStream file) => new(file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks);

    /// <summary>Whatever has the name already is not followed: leftovers have been deleted before.</summary>
    private FileStream CreateTemporary(string path) =>
        new(folder.PathOf(OutputNames.Temporary(path)), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
}
