using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace StaticSite.Tests.Cache;

/// <summary>The promise of the incremental build: whatever happened since the last one, the output is that of a build from nothing.</summary>
public sealed class RandomEditTests
{
    internal const int StepsOfOneSite = 20;

    /// <summary>STATICSITE_RANDOM_EDITS=1000 takes a thousand steps.</summary>
    internal static readonly int Steps =
        int.Parse(Environment.GetEnvironmentVariable("STATICSITE_RANDOM_EDITS") ?? "100", CultureInfo.InvariantCulture);

    [Fact]
    public void After_any_sequence_of_changes_the_output_is_that_of_a_build_from_nothing() => Check(RandomEdits.Any);

    [Fact]
    public void After_any_sequence_of_small_edits_the_output_is_that_of_a_build_from_nothing() => Check(RandomEdits.Small);

    private static void Check(Gen<RandomEdit> edit)
    {
        var sequences = Gen.ListOf(edit, StepsOfOneSite).Select(edits => edits.ToArray()).ToArbitrary();
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Math.Max(1, Steps / StepsOfOneSite)),
            Prop.ForAll(sequences, edits => Replay(edits)));
    }

    private static void Replay(RandomEdit[] edits)
    {
        using var site = new EditedSite();
        site.BuildAndCompare("at first");
        for (var i = 0; i < edits.Length; i++)
        {
            edits[i].Apply(site);
            site.BuildAndCompare($"after {string.Join(", ", edits.Take(i + 1).Select(edit => edit.Name))}");
        }
    }
}
