using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Tests.Staging.Headers;

public sealed class PathTreeTests
{
    [Fact]
    public void Whole_folders_are_one_rule()
    {
        var tree = PathTree.Of([("index.html", "p"), ("assets/a.css", "a"), ("assets/img/b.png", "a"), ("zh/index.html", "p"), ("zh/x/index.html", "p")]);
        Assert.Equal(
            [new PathRule("assets/", IsFolder: true, "a", 2), new PathRule("zh/", IsFolder: true, "p", 2), new PathRule("index.html", IsFolder: false, "p", 1)],
            tree.Disjoint());
        Assert.Equal([new PathRule("assets/", IsFolder: true, "a", 2)], tree.Nested("p"));
    }

    [Property]
    public Property At_most_one_disjoint_rule_holds_for_a_path_and_it_says_its_value() => Prop.ForAll(Sites(), site =>
    {
        var rules = PathTree.Of(site.Select(file => (file.Key, file.Value))).Disjoint().ToList();
        return site.All(file => Values(rules.Where(rule => Holds(rule, file.Key))).SequenceEqual(Values([new PathRule("", true, file.Value, 0)])));
    });

    [Property]
    public Property The_longest_nested_rule_that_holds_for_a_path_says_its_value() => Prop.ForAll(Sites(), site =>
    {
        var rules = PathTree.Of(site.Select(file => (file.Key, file.Value))).Nested("1").ToList();
        return site.All(file =>
        {
            var nearest = rules.Where(rule => Holds(rule, file.Key)).MaxBy(rule => (rule.Path.Length, !rule.IsFolder));
            return (nearest is null ? "1" : nearest.Value) == file.Value;
        });
    });

    private static IEnumerable<string> Values(IEnumerable<PathRule> rules) => rules.Select(rule => rule.Value).OfType<string>();

    private static bool Holds(PathRule rule, string path) => rule.IsFolder ? path.StartsWith(rule.Path, StringComparison.Ordinal) : path == rule.Path;

    /// <summary>Few names, so that folders fill; a file never has the name of a folder.</summary>
    private static Arbitrary<Dictionary<string, string?>> Sites()
    {
        var folders = Gen.Choose(0, 3).SelectMany(depth => Gen.ArrayOf(Gen.Elements("a/", "b/"), depth)).Select(string.Concat);
        var paths = folders.SelectMany(folder => Gen.Elements("x", "y", "z").Select(name => folder + name));
        var values = Gen.Elements<string?>("1", "1", "2", "3", null);
        return Gen.ArrayOf(paths.SelectMany(path => values.Select(value => (Path: path, Value: value))))
            .Select(files => files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, file => file.Value))
            .ToArbitrary();
    }
}
