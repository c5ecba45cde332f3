using System.Text.RegularExpressions;
using StaticSite.Render;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Render;

public sealed partial class RequiredStringsTests
{
    [Fact]
    public void A_missing_text_that_pages_need_is_an_error_before_anything_is_written()
    {
        using var site = new TestSite(Path.Combine(Repository.Tests, "Sites", "empty", "input"), TestSite.GoldenTheme);
        foreach (var language in (string[])["zh", "en", "de"])
        {
            var path = $"theme/strings/{language}.yml";
            site.Write(path, File.ReadAllText(Path.Combine(site.Root, path)).Replace("figure:", "figur:", StringComparison.Ordinal));
        }

        var result = site.Build();

        Assert.False(result.WasWritten);
        Assert.Equal(
            "theme/strings:1:1: error render/required-string-missing: No file in theme/strings has the text 'figure', which pages need.\n" +
            "  hint: Add 'figure: …' to each file in theme/strings.\n",
            TestSite.Print(result));
    }

    /// <summary>The list is written by hand; this holds it against what the code asks for.</summary>
    [Fact]
    public void Every_key_that_the_code_names_is_required()
    {
        var keys = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "StaticSite"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Named().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["key"].Value)
            .ToHashSet();

        Assert.True(keys.Count > 10);
        Assert.Empty(keys.Except(RequiredStrings.Keys));
    }

    [GeneratedRegex("(?:[pP]hrase\\(|new StringSlot\\([^\"]*)\"(?<key>[a-z_]+)\"")]
    private static partial Regex Named();
}
