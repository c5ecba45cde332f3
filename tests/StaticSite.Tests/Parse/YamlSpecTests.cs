using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Parse;

/// <summary>
/// The specs in YamlSpecs: each example is a file as an author may write it, and what is printed about it. UPDATE_GOLDEN=1
/// writes what is printed now; → stands for a tab, ␍ for a carriage return.
/// </summary>
public sealed partial class YamlSpecTests
{
    public static TheoryData<string> Specs => new(Directory.EnumerateFiles(Folder(), "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Every_example_prints_what_its_spec_says(string name)
    {
        var path = Path.Join(Folder(), name);
        var spec = File.ReadAllText(path);
        var printed = Example().Replace(spec, example => $"{example.Groups["head"].Value}```\n{Print(example.Groups["kind"].Value, example.Groups["input"].Value)}```\n");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, printed);
        }

        Assert.NotEmpty(Example().Matches(spec));
        Assert.Equal(spec, printed);
    }

    private static string Print(string kind, string written)
    {
        var source = new SourceFile(kind, written.Replace('→', '\t').Replace('␍', '\r'));
        var diagnostics = kind switch
        {
            "zh.md" => FrontMatterParser.Parse(source, TestSettings.ChineseAndEnglish).Diagnostics,
            "site.yml" => SettingsParser.Parse(source).Diagnostics,
            "people.yml" or "disclaimers.yml" => DataParser.Parse([source], TestSettings.ChineseAndEnglish).Diagnostics,
            "en.yml" => StringsParser.Parse(source, new Language("en")).Diagnostics,
            _ => ReferenceFileParser.Parse([source]).Diagnostics,
        };
        return diagnostics.IsEmpty ? "nothing\n" : DiagnosticText.Print(diagnostics, source);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Join(Path.GetDirectoryName(here), "YamlSpecs");

    [GeneratedRegex("(?<head>^```(?<kind>[a-z.]+)\n(?<input>(?:(?!```).*\n)*)```\n\n)```\n(?:(?!```).*\n)*```\n", RegexOptions.Multiline)]
    private static partial Regex Example();
}
