using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;
using StaticSite.Parse.Text;

namespace StaticSite;

/// <summary>An id made from the titles of an article, for its author to take or to change.</summary>
internal static class OfferedId
{
    private const int Longest = 60;

    /// <summary>A shorter clause at the beginning says too little.</summary>
    private const int ShortestClause = 12;

    /// <summary>From the first title without Han characters, else from the first by its pinyin; null where none has a letter that can be used.</summary>
    /// <param name="titles">The best first.</param>
    public static string? Find(IEnumerable<string> titles, Predicate<string> isTaken)
    {
        var clauses = titles.OrderBy(title => title.Any(Cjk.IsHan)).Select(IdWords.Clauses).FirstOrDefault(clauses => clauses.Length > 0, []);
        if (clauses.IsEmpty)
        {
            return null;
        }

        var id = Cut(clauses);
        return Enumerable.Range(1, int.MaxValue - 1)
            .Select(number => number == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{number}"))
            .First(one => !isTaken(one) && !AddressName.IsReserved(one));
    }

    /// <summary>Ends where a clause does if that is not too early, else where a word does.</summary>
    private static string Cut(ImmutableArray<ImmutableArray<string>> clauses)
    {
        var words = clauses.SelectMany(clause => clause).ToList();
        var fitting = Fitting(words);
        if (fitting.Count == words.Count)
        {
            return Join(words);
        }

        var whole = clauses.Select((_, count) => clauses.Take(count + 1).Sum(clause => clause.Length)).LastOrDefault(count => count <= fitting.Count);
        var cut = Join(words.Take(whole));
        return cut.Length >= ShortestClause ? cut : fitting.Count > 0 ? Join(fitting) : words[0][..Longest];
    }

    /// <summary>What is cut off does not end with "of the".</summary>
    private static List<string> Fitting(List<string> words)
    {
        var length = -1;
        var fitting = words.TakeWhile(word => (length += word.Length + 1) <= Longest).ToList();
        var last = fitting.Count == words.Count ? fitting.Count - 1 : fitting.FindLastIndex(word => !StopWords.Contains(word));
        return fitting[..(last + 1)];
    }

    private static string Join(IEnumerable<string> words) => string.Join('-', words);
}
