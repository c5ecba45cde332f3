using StaticSite.Model;

namespace StaticSite.Publishing.Targets.Folders;

/// <summary>Where things lie below the folder of a target.</summary>
/// <param name="Setting">As it is written in site.yml.</param>
/// <param name="FullPath">Without links: where the files really lie.</param>
internal sealed record FolderPlace(Located<string> Setting, string FullPath)
{
    private const string ReleasesFolder = "releases";

    /// <summary>What a web server serves.</summary>
    public const string CurrentName = "current";

    public const string StateFolder = ".staticsite";

    public string Current => Path.Join(FullPath, CurrentName);

    public string State => Path.Join(FullPath, StateFolder);

    public string Releases => Path.Join(FullPath, ReleasesFolder);

    public string OfRelease(string id) => Path.Join(Releases, id);

    /// <summary>Null where nothing is served yet.</summary>
    public string? FindCurrentId() =>
        new DirectoryInfo(Current).LinkTarget is { } target && Path.GetDirectoryName(target) == ReleasesFolder && Release.IsId(Path.GetFileName(target))
            ? Path.GetFileName(target)
            : null;

    /// <summary>Readers see the release before or this one, never anything between.</summary>
    public void Serve(string id)
    {
        var next = Path.Join(FullPath, $".{CurrentName}-{id}");
        File.Delete(next);
        File.CreateSymbolicLink(next, Path.Join(ReleasesFolder, id));
        Posix.Replace(next, Current);
    }

    /// <summary>Of what stands in the folder of releases, only what is named like one.</summary>
    public IEnumerable<string> ReleaseIds() =>
        Directory.Exists(Releases)
            ? Directory.EnumerateDirectories(Releases).Select(folder => Path.GetFileName(folder)).Where(Release.IsId).Order(StringComparer.Ordinal)
            : [];

    /// <exception cref="TargetFault">The folder is somebody else's, or lies where none may lie.</exception>
    public void Check(string root)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new TargetFault(PublishDiagnostics.NoAtomicSwitch(Setting));
        }

        var realRoot = Write.RealPath.Of(root);
        if (Write.RealPath.IsSameOrInside(realRoot, FullPath))
        {
            throw Refuse("the site itself lies in it.");
        }

        foreach (var source in (ReadOnlySpan<string>)["input", "theme", "output"])
        {
            if (Write.RealPath.IsSameOrInside(FullPath, Path.Join(realRoot, source)))
            {
                throw Refuse($"it lies in '{source}'.");
            }
        }

        if (File.Exists(FullPath))
        {
            throw Refuse("it is a file.");
        }

        CheckContents();
    }

    private void CheckContents()
    {
        if (!Directory.Exists(FullPath))
        {
            if (!Directory.Exists(Path.GetDirectoryName(FullPath)))
            {
                throw new TargetFault(PublishDiagnostics.NoFolder(Setting));
            }
        }
        else if (!Directory.Exists(State) && Directory.EnumerateFileSystemEntries(FullPath).Any())
        {
            throw Refuse("it is not empty, and staticsite did not write what is in it.");
        }
        else if (Path.Exists(Current) && FindCurrentId() is null)
        {
            throw Refuse($"'{CurrentName}' in it is not the link that staticsite sets.");
        }
    }

    private TargetFault Refuse(string reason) => new(PublishDiagnostics.FolderRefused(Setting, reason));
}
