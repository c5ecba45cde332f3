using System.Globalization;
using System.Text;

namespace StaticSite.Benchmarks.Articles;

/// <summary>Fills patterns with words. Two makers of one seed, one for each language, make the same choices where their patterns have the same slots.</summary>
internal sealed class TextMaker(string language, Random random, Topic topic, Topic second)
{
    private const double OwnTopic = 0.7;

    private readonly Dictionary<string, Pattern[]> _patterns = Vocabulary.Patterns[language];

    /// <param name="kind">The section of the sentence list.</param>
    /// <param name="link">For patterns that have a link in them.</param>
    /// <param name="bold">The first term is set in bold.</param>
    public string Make(string kind, string link = "", bool bold = false)
    {
        var pattern = Pick(_patterns[kind]);
        var text = new StringBuilder(pattern.Texts[0]);
        for (var i = 0; i < pattern.Slots.Length; i++)
        {
            var word = pattern.Slots[i] == 'l' ? link : Word(pattern.Slots[i]);
            var isBold = bold && pattern.Slots[i] == 't';
            text.Append(isBold ? $"**{word}**" : word).Append(pattern.Texts[i + 1]);
            bold &= !isBold;
        }

        return Capital(text);
    }

    public T Pick<T>(T[] from) => from[random.Next(from.Length)];

    public bool Chance(double of) => random.NextDouble() < of;

    public int Number(int from, int to) => random.Next(from, to + 1);

    private string Word(char slot) => slot switch
    {
        't' => Pick((Chance(OwnTopic) ? topic : second).Terms).In(language),
        'd' => topic.Name.In(language),
        'N' => Number(2, 24).ToString(CultureInfo.InvariantCulture),
        'P' => (Number(20, 620) / 10.0).ToString("0.0", CultureInfo.InvariantCulture),
        _ => Pick(Vocabulary.Words[ListOf(slot)]).In(language),
    };

    private static string ListOf(char slot) => slot switch
    {
        'n' => "noun",
        'a' => "adjective",
        'v' => "verb",
        'p' => "people",
        'm' => "study",
        'o' => "opening",
        _ => throw new FormatException($"A sentence has the unknown slot {{{slot}}}."),
    };

    private static string Capital(StringBuilder text)
    {
        var first = text[0] == '*' ? 2 : 0;
        text[first] = char.ToUpperInvariant(text[first]);
        return text.ToString();
    }
}
