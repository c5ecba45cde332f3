using System.Reflection;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Tests.Architecture;

/// <summary>Editors look codes up and scripts match them: each means one thing, and a test shows what.</summary>
public sealed partial class DiagnosticTests
{
    private static readonly (string Path, string Code)[] Codes =
    [
        .. from source in Repository.Sources("src/StaticSite")
           from Match literal in Literals().Matches(Repository.WithoutComments(source.Text))
           where Repository.Stages.Contains(literal.Groups["stage"].Value, StringComparer.OrdinalIgnoreCase)
           select (source.Path, literal.Groups["code"].Value),
    ];

    [Fact]
    public void A_code_stands_in_the_diagnostics_of_the_stage_that_it_names() =>
        Assert.Empty(
            from found in Codes
            where !Regex.IsMatch(found.Path, "^src/StaticSite/([A-Z][a-z]+)/(.*/)?\\1Diagnostics(\\.\\w+)?\\.cs$")
                || !found.Path.StartsWith($"src/StaticSite/{found.Code.Split('/')[0]}/", StringComparison.OrdinalIgnoreCase)
            select $"{found.Path}: {found.Code}");

    [Fact]
    public void A_code_has_the_form_stage_slash_what_is_wrong() =>
        Assert.All(Codes, found => Assert.Matches("^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$", found.Code));

    [Fact]
    public void A_code_belongs_to_one_factory() =>
        Assert.Empty(Codes.GroupBy(found => found.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_factory_has_one_code() =>
        Assert.All(Repository.Stages, stage =>
        {
            var codes = Codes.Where(found => found.Code.StartsWith($"{stage}/", StringComparison.OrdinalIgnoreCase)).Select(found => found.Code);
            Assert.True(
                codes.Count() == FactoriesOf(stage).Length,
                $"{stage} has the factories {string.Join(", ", FactoriesOf(stage))} and the codes {string.Join(", ", codes)}.");
        });

    [Fact]
    public void Diagnostics_are_made_by_named_factories_only() =>
        Assert.Empty(
            from source in Repository.Sources("src/StaticSite")
            where !source.Path.Contains("Diagnostics", StringComparison.Ordinal) && Regex.IsMatch(Repository.WithoutComments(source.Text), @"\bnew\s+Diagnostic\s*\(")
            select source.Path);

    [Fact]
    public void A_code_is_shown_by_a_spec_or_a_test()
    {
        var tests = Repository.Files("tests", ".md", ".txt", ".cs")
            .Where(file => !file.Path.Contains("/Architecture/", StringComparison.Ordinal))
            .Select(file => file.Text)
            .ToList();
        var shown = Codes.Where(found => tests.Any(text => Regex.IsMatch(text, $@"{found.Code}(?![\w-])"))).Select(found => found.Code);
        Assert.Equal(Codes.Select(found => found.Code), shown);
    }

    /// <summary>Private methods are what factories share.</summary>
    private static string[] FactoriesOf(string stage) =>
    [
        .. from type in Repository.Generator.GetTypes()
           where type.Name == $"{stage}Diagnostics"
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where method.ReturnType == typeof(Diagnostic) && !method.IsPrivate
           select method.Name,
    ];

    [GeneratedRegex("\"(?<code>(?<stage>[a-z]+)/[A-Za-z0-9_-]+)\"")]
    private static partial Regex Literals();
}
