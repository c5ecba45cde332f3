using System.Text;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Read;

/// <summary>A site's root that lasts as long as a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("staticsite-read-").FullName;

    /// <summary>Writes files of a few bytes; a path that ends with <c>/</c> is an empty folder.</summary>
    public TemporaryFolder With(params string[] paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(Root, path))!);
            if (!path.EndsWith('/'))
            {
                File.WriteAllText(Path.Join(Root, path), path, Encoding.UTF8);
            }
        }

        return this;
    }

    public TemporaryFolder WithLink(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(Root, path))!);
        File.CreateSymbolicLink(Path.Join(Root, path), target);
        return this;
    }

    public InputFile Write(string path, byte[] bytes)
    {
        var full = Path.Join(Root, path);
        File.WriteAllBytes(full, bytes);
        return new InputFile(path, Root, bytes.Length, DateTime.UnixEpoch);
    }

    public string Diagnostics() => DiagnosticText.Print(SiteReader.List(Root).Diagnostics);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
