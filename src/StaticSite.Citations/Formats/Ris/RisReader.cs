using System.Collections.Immutable;

namespace StaticSite.Citations.Formats.Ris;

/// <summary>RIS: a text to the items it holds.</summary>
public static class RisReader
{
    /// <summary>Types that are known, for "Did you mean …?".</summary>
    public static ImmutableArray<string> Types => RisTypes.Known;

    /// <summary>Any text is read; what is broken in it is reported, and the rest read all the same. A record without an ID is given a key.</summary>
    public static ReferenceReading Read(string text)
    {
        var problems = ImmutableArray.CreateBuilder<ReferenceProblem>();
        var records = RisScanner.Scan(text, problems);
        var keys = new RisKeys(records.Select(record => record.Text("ID")).OfType<string>());
        var items = ImmutableArray.CreateBuilder<PlacedItem>(records.Count);
        foreach (var record in records)
        {
            var item = new RisWork(record, problems).ToItem();
            if (record.Find("ID") is { } id)
            {
                items.Add(new PlacedItem(item with { Id = id.Value }, id.Start, id.Length));
                continue;
            }

            var key = keys.Make(item);
            problems.Add(RisProblems.KeyMade(record.Type, key));
            items.Add(new PlacedItem(item with { Id = key }, record.Type.Start, record.Type.Length));
        }

        var isIncomplete = problems.Any(problem => problem.Code == ProblemCodes.RisOutsideRecord);
        return new(items.DrainToImmutable(), [.. problems.OrderBy(problem => problem.Start)], isIncomplete);
    }
}
