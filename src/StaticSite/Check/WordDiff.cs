using System.Collections.Immutable;

namespace StaticSite.Check;

internal enum DiffKind
{
    Kept,
    Removed,
    Added,
}

/// <summary>A run of words with one fate. What was kept stands in both texts, what was removed in the old one, what was added in the new one.</summary>
internal readonly record struct DiffRun(DiffKind Kind, string Text);

/// <summary>
/// What was done to a text, word by word (Chinese: character by character). The kept runs with those added make the new text; with those
/// removed they make the old one, but for white space and the width of characters.
/// </summary>
internal static class WordDiff
{
    public static ImmutableArray<DiffRun> Compare(string before, string after)
    {
        var (old, now) = (WordTokens.Of(before), WordTokens.Of(after));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var edits = new EditScript(Numbered(old, numbers), Numbered(now, numbers)).Kept();
        return Runs(new DiffText(before, old), new DiffText(after, now), DropSpecks(edits, old, now));
    }

    /// <summary>The same number for the same word: numbers compare faster.</summary>
    private static int[] Numbered(List<WordToken> tokens, Dictionary<string, int> numbers) =>
        [.. tokens.Select(token => numbers.TryGetValue(token.Key, out var known) ? known : numbers[token.Key] = numbers.Count)];

    /// <summary>
    /// A mark or a space between two changes says nothing by itself, and makes what was changed harder to read: it is taken into the change.
    /// </summary>
    private static List<KeptRun> DropSpecks(List<KeptRun> kept, List<WordToken> old, List<WordToken> now)
    {
        var clear = new List<KeptRun>(kept.Count);
        foreach (var run in kept)
        {
            var isInside = run.Old > 0 && run.New > 0 && run.Old + run.Length < old.Count && run.New + run.Length < now.Count;
            if (!isInside || !IsSpeck(run, now))
            {
                clear.Add(run);
            }
        }

        return clear;
    }

    private static bool IsSpeck(KeptRun run, List<WordToken> now)
    {
        var words = 0;
        for (var i = run.New; i < run.New + run.Length; i++)
        {
            words += char.IsLetterOrDigit(now[i].Key[0]) || char.IsSurrogate(now[i].Key[0]) ? 1 : 0;
        }

        return words == 0 && run.Length <= 2;
    }

    private static ImmutableArray<DiffRun> Runs(DiffText before, DiffText after, List<KeptRun> kept)
    {
        var runs = ImmutableArray.CreateBuilder<DiffRun>();
        var (old, now) = (0, 0);
        foreach (var run in kept.Append(new KeptRun(before.Tokens.Count, after.Tokens.Count, 0)))
        {
            Add(DiffKind.Removed, before.Between(old, run.Old));
            Add(DiffKind.Added, after.Between(now, run.New));
            Add(DiffKind.Kept, after.Between(run.New, run.New + run.Length));
            (old, now) = (run.Old + run.Length, run.New + run.Length);
        }

        return runs.ToImmutable();

        void Add(DiffKind kind, string text)
        {
            if (text.Length > 0)
            {
                runs.Add(new(kind, text));
            }
        }
    }

    private sealed record DiffText(string Text, List<WordToken> Tokens)
    {
        public string Between(int from, int to) => from >= to ? "" : Text[Tokens[from].Start..(Tokens[to - 1].Start + Tokens[to - 1].Length)];
    }
}
