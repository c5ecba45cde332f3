using System.Runtime.CompilerServices;

namespace StaticSite.Preview.Tests.Support;

/// <summary>A small site in a folder of its own, which is gone after the test.</summary>
internal sealed class TemporarySite : IDisposable
{
    public TemporarySite(string languages = "[{code: zh, tag: zh-CN, name: 中文}, {code: en, tag: en, name: English}]")
    {
        Write("input/site.yml", $"base_url: https://example.org\ntime_zone: Asia/Shanghai\nlanguages: {languages}\ntitle: T\npublisher: {{name: P}}\n");
        foreach (var file in Directory.EnumerateFiles(Theme(), "*", SearchOption.AllDirectories))
        {
            Write(Path.Join("theme", Path.GetRelativePath(Theme(), file)), File.ReadAllText(file));
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("staticsite-test-").FullName;

    public void Write(string name, string text)
    {
        var path = Path.Join(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string folder) => Directory.Delete(Path.Join(Root, folder), recursive: true);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>The theme of the golden sites.</summary>
    private static string Theme([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Join(Path.GetDirectoryName(path), "..", "..", "StaticSite.Tests", "Sites", "theme"));
}
