using System.Collections.Immutable;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>BibTeX and BibLaTeX: a text to the items it holds.</summary>
public static class BibTexReader
{
    /// <summary>Entry types that are known, for "Did you mean …?".</summary>
    public static ImmutableArray<string> EntryTypes => BibTexTypes.Known;

    /// <summary>Fields that are known, for "Did you mean …?".</summary>
    public static ImmutableArray<string> Fields { get; } = [.. BibTexFieldNames.Known];

    /// <summary>Any text is read; what is broken in it is reported, and the rest read all the same.</summary>
    public static ReferenceReading Read(string text)
    {
        var problems = ImmutableArray.CreateBuilder<ReferenceProblem>();
        var entries = BibTexScanner.Scan(text, problems);
        new BibTexInheritance(entries, problems).Resolve();
        var items = ImmutableArray.CreateBuilder<PlacedItem>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.Key.Length > 0 && BibTexTypes.IsWork(entry.Type))
            {
                items.Add(new PlacedItem(new BibTexWork(entry, problems).ToItem(), entry.KeyStart, entry.Key.Length));
            }
        }

        var isIncomplete = entries.Exists(entry => entry.Key.Length == 0);
        return new(items.DrainToImmutable(), [.. problems.OrderBy(problem => problem.Start)], isIncomplete);
    }
}
