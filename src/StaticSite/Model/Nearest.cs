namespace StaticSite.Model;

/// <summary>Finds what an author probably meant, for "Did you mean …?".</summary>
internal static class Nearest
{
    private const int LongestWord = 64;

    /// <summary>
    /// The candidate with the fewest insertions, deletions, replacements and swaps of neighbours; null where none is
    /// near enough (a third of the word, at least one). Letter case counts for nothing. The first of equals wins.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        string? nearest = null;
        var best = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (candidate == word || candidate.Length > LongestWord || Math.Abs(candidate.Length - word.Length) >= best)
            {
                continue;
            }

            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());

            // A word of which nothing remains is another word, however short it is.
            if (distance < best && distance < Math.Max(word.Length, candidate.Length))
            {
                (nearest, best) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>"Did you mean …?" for the nearest candidate; null where there is none.</summary>
    public static string? Hint(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    /// <summary>Optimal string alignment, three rows at a time.</summary>
    private static int Distance(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = new int[to.Length + 1];
        var row = new int[to.Length + 1];
        for (var column = 0; column <= to.Length; column++)
        {
            last[column] = column;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[to.Length];
    }
}
