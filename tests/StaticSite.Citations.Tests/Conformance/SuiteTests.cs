using StaticSite.Citations.Conformance;

namespace StaticSite.Citations.Tests.Conformance;

public sealed class SuiteTests
{
    [SkippableFact]
    public void The_list_of_known_failures_is_exact()
    {
        Skip.If(Folder is null, "The fixtures of the public test suite are not here (../shared/csl/fixtures beside the repository).");
        var known = KnownFailures();
        var failed = Directory.EnumerateFiles(Folder!, "*.txt")
            .Select(path => FixtureRunner.Run(Fixture.Read(path)))
            .Where(result => result.Verdict == Verdict.Fail)
            .ToDictionary(result => result.Name, result => result.Detail, StringComparer.Ordinal);

        Assert.Equal([], failed.Where(result => !known.ContainsKey(result.Key)).Select(result => $"{result.Key}: {result.Value}"));
        Assert.Equal([], known.Keys.Where(name => !failed.ContainsKey(name)));
    }

    private static string? Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (Path.Combine(folder.FullName, "shared", "csl", "fixtures") is var found && Directory.Exists(found))
                {
                    return found;
                }
            }

            return null;
        }
    }

    private static Dictionary<string, string> KnownFailures()
    {
        using var reader = new StreamReader(typeof(SuiteTests).Assembly.GetManifestResourceStream("known-failures.txt")!);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .ToDictionary(line => line[..line.IndexOf(':', StringComparison.Ordinal)], line => line, StringComparer.Ordinal);
    }
}
