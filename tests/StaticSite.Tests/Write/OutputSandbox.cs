using System.Text;
using StaticSite.Model;
using StaticSite.Write;

namespace StaticSite.Tests.Write;

/// <summary>A site's root in a temporary folder, with an output folder to write to.</summary>
public sealed class OutputSandbox : IDisposable
{
    internal static readonly BuildStamp Stamp = new("staticsite 1.2.3", new Uri("https://example.org"), Drafts: false, Future: false, Input: "0123");

    public OutputSandbox()
    {
        Root = Directory.CreateTempSubdirectory("staticsite-write-").FullName;
        Directory.CreateDirectory(Path.Join(Root, "input"));
        Directory.CreateDirectory(Path.Join(Root, "theme"));
    }

    public string Root { get; }

    public string Output => Path.Join(Root, "output");

    public static OutputFile Page(string path, string text) => Create(path, OutputKind.Page, text);

    public static OutputFile List(string path, string text) => Create(path, OutputKind.List, text);

    public static OutputFile Asset(string path, string text) => Create(path, OutputKind.Asset, text);

    public static OutputFile Create(string path, OutputKind kind, string text) =>
        new(path, kind, null, () => [new(IngredientKind.Text, path, DigestBuilder.Of(text))], () => new(Encoding.UTF8.GetBytes(text), []));

    public static string TextOf(OutputFile file) => Encoding.UTF8.GetString(file.Render().Value);

    internal Outcome<WritePlan> Plan(params OutputFile[] files)
    {
        var folder = OutputFolder.Open(Root, Output);
        return SiteWriter.Plan(files, folder, OutputScan.Read(folder), LastBuild.None);
    }

    /// <summary>How many files a build wrote, left and removed.</summary>
    internal static (int Written, int Unchanged, int Removed) Counts(WriteResult result) => (result.Written, result.Unchanged, result.Removed);

    /// <summary>A build that finds nothing wrong.</summary>
    internal WriteResult Write(params OutputFile[] files)
    {
        var plan = Plan(files);
        Assert.Empty(plan.Diagnostics);
        var (written, found) = SiteWriter.Write(plan.Value, Stamp);
        Assert.Empty(found);
        return written;
    }

    public string PathOf(string path) => Path.Join(Output, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Puts a file there that staticsite knows nothing of.</summary>
    public void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>All files and folders but the manifest, folders with a slash.</summary>
    public string[] Listing() =>
    [
        .. Directory.EnumerateFileSystemEntries(Output, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(entry => Path.GetRelativePath(Output, entry).Replace('\\', '/') + (Directory.Exists(entry) ? "/" : ""))
            .Where(path => path != Manifest.FileName)
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
