using System.Collections.Frozen;

namespace StaticSite.Parse.Text;

/// <summary>
/// How Han characters are read, without tones. One reading for each character, and another in the words that
/// <c>PinyinWords.txt</c> lists: good enough for an address that its author sees before it is taken. Loaded at first use.
/// </summary>
internal static class Pinyin
{
    private static readonly Lazy<FrozenDictionary<char, string>> s_characters = new(ReadCharacters);
    private static readonly Lazy<(FrozenDictionary<string, string[]> Words, int Longest)> s_words = new(ReadWords);

    /// <summary>The syllables of the longest known word that starts there, or of the character; none where it has no reading.</summary>
    public static ReadOnlySpan<string> Read(string text, int at)
    {
        var (words, longest) = s_words.Value;
        for (var length = Math.Min(longest, text.Length - at); length > 1; length--)
        {
            if (words.TryGetValue(text.Substring(at, length), out var syllables))
            {
                return syllables;
            }
        }

        return s_characters.Value.TryGetValue(text[at], out var syllable) ? new[] { syllable } : [];
    }

    private static FrozenDictionary<char, string> ReadCharacters() =>
        Lines("Pinyin.txt").SelectMany(line => line[1].Select(character => (character, line[0]))).ToFrozenDictionary(one => one.character, one => one.Item2);

    private static (FrozenDictionary<string, string[]> Words, int Longest) ReadWords()
    {
        var words = Lines("PinyinWords.txt").ToFrozenDictionary(line => line[0], line => line[1..], StringComparer.Ordinal);
        return (words, words.Keys.Max(word => word.Length));
    }

    private static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line is not ['#', ..])
            {
                yield return line.Split(' ');
            }
        }
    }
}
