using System.Reflection;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Tests.Architecture;

/// <summary>The sources of this project, read where they stand.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    public static Assembly Generator { get; } = typeof(Diagnostic).Assembly;

    /// <summary>The folders of the generator but for Model: they hand values to each other and do not know each other.</summary>
    public static string[] Stages { get; } =
    [
        .. Directory.EnumerateDirectories(Path.Join(Root, "src", "StaticSite"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("Model" or "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The C# files below a folder, by path from the root with <c>/</c>.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) => Files(folder, ".cs");

    public static IEnumerable<(string Path, string Text)> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Join(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Select(file => (Path: Path.GetRelativePath(Root, file).Replace('\\', '/'), File: file))
            .Where(file => !BuildFolders().IsMatch(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, File.ReadAllText(file.File)));

    /// <summary>Comments may speak of anything.</summary>
    public static string WithoutComments(string text) => Comments().Replace(text, "");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "StaticSite.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("(^|/)(bin|obj)/")]
    private static partial Regex BuildFolders();

    [GeneratedRegex(@"(?<=^|\s)//.*$|/\*[\s\S]*?\*/", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
