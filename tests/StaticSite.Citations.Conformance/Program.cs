using System.Globalization;
using StaticSite.Citations.Conformance;

if (args.Length is 0 or > 2 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("Usage: StaticSite.Citations.Conformance DIR [NAME]");
    return 2;
}

var counts = new int[3];
foreach (var path in Directory.EnumerateFiles(args[0], "*.txt").Order(StringComparer.Ordinal))
{
    var fixture = Fixture.Read(path);
    if (args.Length == 2 && fixture.Name != args[1])
    {
        continue;
    }

    FixtureResult result;
    try
    {
        result = FixtureRunner.Run(fixture);
    }
    catch (Exception error) when (error is not OutOfMemoryException)
    {
        result = new(fixture.Name, Verdict.Fail, $"{error.GetType().Name}: {error.Message} {error.StackTrace?.Split('\n')[0].Trim()}", "");
    }

    counts[(int)result.Verdict]++;
    var word = result.Verdict switch { Verdict.Pass => "pass", Verdict.Fail => "fail", _ => "skip" };
    Console.WriteLine($"{word} {result.Name} {result.Detail}".TrimEnd());
    if (args.Length == 2)
    {
        Console.WriteLine($"--- expected\n{fixture.Expected}\n--- actual\n{result.Actual}");
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts[0]} passed, {counts[1]} failed, {counts[2]} skipped"));
return 0;
