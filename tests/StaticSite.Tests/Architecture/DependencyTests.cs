using System.Reflection;
using System.Text.RegularExpressions;

namespace StaticSite.Tests.Architecture;

/// <summary>The compiler keeps the projects apart; these keep the folders of the generator apart.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] s_onDisk = ["src/StaticSite/Read/", "src/StaticSite/Write/", "src/StaticSite/Cache/"];

    [Fact]
    public void The_stages_are_those_that_the_flow_has() =>
        Assert.All(Repository.Stages, stage => Assert.Contains(stage, (string[])["Read", "Parse", "Link", "Render", "Write", "Check", "Cache"]));

    [Fact]
    public void A_stage_names_no_other_stage() =>
        Assert.Empty(
            from stage in Repository.Stages
            from source in Repository.Sources($"src/StaticSite/{stage}")
            from named in StagesNamedIn(source.Text)
            where named != stage
            select $"{source.Path} names StaticSite.{named}");

    [Fact]
    public void Model_names_no_stage() =>
        Assert.Empty(
            from source in Repository.Sources("src/StaticSite/Model")
            from named in StagesNamedIn(source.Text)
            select $"{source.Path} names StaticSite.{named}");

    [Theory]
    [InlineData("using StaticSite.Write;", true)]
    [InlineData("using static StaticSite.Write.Manifest;", true)]
    [InlineData("var bytes = global::StaticSite.Write.Manifest.NoFiles;", true)]
    [InlineData("var bytes = Write.Manifest.NoFiles;", true)]
    [InlineData("// StaticSite.Write does the rest.", false)]
    [InlineData("var address = \"https://x\"; // Write.Manifest", false)]
    [InlineData("stream.Write.Manifest.NoFiles();", false)]
    [InlineData("using StaticSite.Writers;", false)]
    public void A_stage_is_found_by_whatever_name_it_is_called(string code, bool isNamed) =>
        Assert.Equal(isNamed, StagesNamedIn(code).Contains("Write"));

    [Fact]
    public void A_file_of_a_stage_stands_in_the_namespace_of_its_folder() =>
        Assert.Empty(
            from folder in Repository.Stages.Append("Model")
            from source in Repository.Sources($"src/StaticSite/{folder}")
            let declared = Namespace().Match(source.Text).Groups[1].Value
            where declared != $"StaticSite.{folder}" && !declared.StartsWith($"StaticSite.{folder}.", StringComparison.Ordinal)
            select $"{source.Path} is in {declared}");

    [Theory]
    [InlineData("YamlDotNet")]
    [InlineData("HandlebarsDotNet")]
    public void A_foreign_library_of_many_traps_is_known_to_one_file(string library)
    {
        var users = Repository.Sources("src").Where(source => Repository.WithoutComments(source.Text).Contains(library, StringComparison.Ordinal));
        Assert.InRange(users.Select(source => source.Path).Count(), 0, 1);
    }

    [Theory]
    [InlineData("StaticSite.Generator")]
    [InlineData("StaticSite.Citations")]
    public void The_generator_knows_no_console_and_no_server(string assembly)
    {
        var referenced = Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.DoesNotContain(
            referenced,
            name => name is "System.Console" or "Spectre.Console" or "System.CommandLine" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_reading_writing_and_the_cache_touch_the_disk() =>
        Assert.Empty(
            from source in Repository.Sources("src/StaticSite").Concat(Repository.Sources("src/StaticSite.Citations"))
            where !s_onDisk.Any(folder => source.Path.StartsWith(folder, StringComparison.Ordinal))
            from Match use in Disk().Matches(Repository.WithoutComments(source.Text))
            select $"{source.Path}: {use.Value}");

    private static IEnumerable<string> StagesNamedIn(string text)
    {
        var code = Repository.WithoutComments(text);
        return Repository.Stages.Where(stage =>
            Regex.IsMatch(code, $@"\bStaticSite\s*\.\s*{stage}\b")
            || Regex.Matches(code, $@"(?<![\w.]){stage}\s*\.\s*(\w+)").Any(match => IsIn(stage, match.Groups[1].Value)));
    }

    /// <summary>Inside the namespace StaticSite, <c>Link.Addresses</c> is enough to reach another stage.</summary>
    private static bool IsIn(string stage, string name) =>
        Repository.Generator.GetTypes().Any(type =>
            type.Namespace is { } space
            && ((space == $"StaticSite.{stage}" && type.Name == name) || $"{space}.".StartsWith($"StaticSite.{stage}.{name}.", StringComparison.Ordinal)));

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(?<![\w.])((File|Directory)\.(Read|Write|Open|Create|Delete|Move|Copy|Exists|Enumerate|Get|Set|Append|Resolve)\w*\(|new\s+(FileStream|FileInfo|DirectoryInfo)\b)")]
    private static partial Regex Disk();
}
