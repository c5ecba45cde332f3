namespace StaticSite.Citations.Formats;

/// <summary>Tables that are long lists of words, which read best as such.</summary>
internal static class WordTable
{
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Word and meaning in turn. The last meaning of a word counts.</summary>
    public static Dictionary<string, string> Pairs(string text, StringComparer comparer)
    {
        var words = Words(text);
        var pairs = new Dictionary<string, string>(comparer);
        for (var i = 0; i < words.Length; i += 2)
        {
            pairs[words[i]] = words[i + 1];
        }

        return pairs;
    }
}
