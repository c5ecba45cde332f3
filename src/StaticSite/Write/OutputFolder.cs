using System.Collections.Immutable;

namespace StaticSite.Write;

/// <summary>A folder that staticsite may write to: it is empty, missing, or holds a manifest of ours. <see cref="Open"/> is the only way to get one.</summary>
internal sealed class OutputFolder
{
    private IReadOnlyDictionary<string, ManifestEntry>? _known;

    private OutputFolder(string fullPath, string shownAs)
    {
        FullPath = fullPath;
        ShownAs = shownAs;
    }

    /// <summary>Without links: where the files really lie.</summary>
    public string FullPath { get; }

    /// <summary>Relative to the site's root where it lies below it, with <c>/</c>.</summary>
    public string ShownAs { get; }

    /// <summary>The files of the last build, and of one that was killed.</summary>
    public IReadOnlyDictionary<string, ManifestEntry> Known => _known ??= ReadKnown();

    public bool HasManifest => File.Exists(PathOf(Manifest.FileName));

    /// <summary>The files that the manifest lists now.</summary>
    public ImmutableSortedSet<string> ListKnown() => [.. ReadKnown().Keys];

    public string PathOf(string file) => Path.Join(FullPath, file);

    /// <summary>Call it before the build: a wrong folder is then refused at once.</summary>
    /// <exception cref="OutputRefusedException">The folder holds the site's own sources, or files of somebody else.</exception>
    public static OutputFolder Open(string root, string output)
    {
        var place = RealPath.Of(output);
        var realRoot = RealPath.Of(root);
        if (RealPath.IsSameOrInside(realRoot, place))
        {
            throw new OutputRefusedException($"The output folder '{output}' holds the site itself. Name a folder of its own, for example --output output.");
        }

        foreach (var source in (ReadOnlySpan<string>)["input", "theme"])
        {
            var folder = RealPath.Of(Path.Join(realRoot, source));
            if (RealPath.IsSameOrInside(place, folder) || RealPath.IsSameOrInside(folder, place))
            {
                throw new OutputRefusedException($"The output folder '{output}' and '{source}' lie in one another. Name a folder of its own, for example --output output.");
            }
        }

        if (File.Exists(place))
        {
            throw new OutputRefusedException($"The output folder '{output}' is a file.");
        }

        var shownAs = RealPath.IsSameOrInside(place, realRoot) ? Path.GetRelativePath(realRoot, place) : place;
        CheckOwner(place, output);
        return new OutputFolder(place, shownAs.Replace('\\', '/'));
    }

    private static void CheckOwner(string place, string output)
    {
        if (!IsManifest(Path.Join(place, Manifest.FileName))
            && Directory.Exists(place)
            && Directory.EnumerateFileSystemEntries(place).Any(entry => !OutputNames.IsHarmless(Path.GetFileName(entry))))
        {
            throw new OutputRefusedException(
                $"The output folder '{output}' is not empty, and staticsite did not write it (it has no {Manifest.FileName}). Empty it, or name another one with --output.");
        }
    }

    private IReadOnlyDictionary<string, ManifestEntry> ReadKnown() =>
        PathOf(Manifest.FileName) is var manifest && IsManifest(manifest) ? Manifest.ParseFiles(File.ReadAllBytes(manifest)) : Manifest.NoFiles;

    private static bool IsManifest(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null };
}
