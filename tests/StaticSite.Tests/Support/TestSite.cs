using System.Collections.Immutable;
using System.Text;
using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Tests.Support;

/// <summary>A site in a folder of its own, built by the real flow.</summary>
internal sealed class TestSite : IDisposable
{
    /// <summary>The clock of every test build.</summary>
    public static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    /// <param name="input">A folder whose copy becomes input/; null for an empty one.</param>
    /// <param name="theme">A folder whose copy becomes theme/.</param>
    public TestSite(string? input, string theme)
    {
        if (input is not null)
        {
            Copy(input, Path.Combine(Root, "input"));
        }

        Copy(theme, Path.Combine(Root, "theme"));
    }

    public static string GoldenTheme => Path.Combine(Repository.Tests, "Sites", "theme");

    public string Root => _folder.Path;

    public string Output => Path.Combine(Root, "output");

    public void Write(string path, string text) => _folder.Write(path, text);

    public BuildResult Build(bool drafts = false, bool future = false, DateTimeOffset? now = null) =>
        SiteBuild.Run(new BuildOptions(Root, Output, null, drafts, future, now ?? Now), null, CancellationToken.None);

    /// <summary>The diagnostics as the command line prints them.</summary>
    public static string Print(BuildResult result)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new DiagnosticPrinter(result.FindText).Print(DiagnosticOrder.Sort(result.Diagnostics), text);
        return text.ToString();
    }

    /// <summary>Every file of the output but the manifest, by path.</summary>
    public ImmutableSortedDictionary<string, byte[]> ReadOutput() => ReadFolder(Output);

    public static ImmutableSortedDictionary<string, byte[]> ReadFolder(string folder) => !Directory.Exists(folder)
        ? ImmutableSortedDictionary<string, byte[]>.Empty
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith(".staticsite", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    public string ReadPage(string path) => File.ReadAllText(Path.Combine(Output, path), Encoding.UTF8);

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
