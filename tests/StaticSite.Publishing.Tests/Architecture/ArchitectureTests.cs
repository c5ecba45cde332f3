using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Publishing.Tests.Architecture;

public sealed partial class ArchitectureTests
{
    private static readonly string s_tests = Path.GetFullPath(Path.Join(Here(), ".."));
    private static readonly string s_sources = Path.GetFullPath(Path.Join(s_tests, "..", "..", "src", "StaticSite.Publishing"));

    [Fact]
    public void The_cloud_sdk_is_known_to_one_kind_of_target() =>
        Assert.All(
            Files(s_sources).Where(file => Regex.IsMatch(File.ReadAllText(file), @"\bAmazon\.")),
            file => Assert.StartsWith("S3", Path.GetFileName(file), StringComparison.Ordinal));

    [Fact]
    public void The_plan_touches_no_disk_and_no_target() =>
        Assert.All(
            Files(Path.Join(s_sources, "Plan")),
            file => Assert.DoesNotMatch(@"\b(Targets|Task|FileStream|Directory\.|File\.(?!Path|Hash|Kind|Length|Tag|IsVariant|ServedPath|Headers|HasSameContent))", Comments().Replace(File.ReadAllText(file), "")));

    [Fact]
    public void Every_code_has_one_factory_and_is_shown_by_a_test()
    {
        var codes = Files(s_sources).Where(file => Path.GetFileName(file).StartsWith("PublishDiagnostics", StringComparison.Ordinal))
            .SelectMany(file => Codes().Matches(File.ReadAllText(file)).Select(match => match.Value.Trim('"')))
            .ToList();
        var factories = typeof(PublishDiagnostics).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Count(method => method.ReturnType == typeof(Diagnostic));
        Assert.Equal(codes.Distinct(), codes);
        Assert.Equal(factories, codes.Count);
        var shown = string.Concat(Files(s_tests).Select(File.ReadAllText));
        Assert.Equal(codes, codes.Where(code => Regex.IsMatch(shown, code + @"(?![\w-])")));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("\"publish/[a-z-]+\"")]
    private static partial Regex Codes();

    [GeneratedRegex(@"(?<=^|\s)//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
