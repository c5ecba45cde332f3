namespace StaticSite.Benchmarks.Articles;

/// <summary>All words that the articles are made of. Nothing in them is taken from a real study.</summary>
internal static class Vocabulary
{
    private static readonly string[][] s_named = [.. WordFile.ReadLines("terms.txt").Select(line => line.Split('|'))];

    /// <summary>Nouns, adjectives … by the letter that stands for them in a sentence.</summary>
    public static Dictionary<string, Bilingual[]> Words { get; } = ReadPairs("words.txt");

    public static Dictionary<string, Bilingual[]> Names { get; } = ReadPairs("names.txt");

    public static Topic[] Topics { get; } = [.. WordFile.ReadLines("topics.txt").Select((line, number) => Topic.Parse(line, number, Words["aspect"]))];

    public static (string Id, Bilingual Name)[] Categories { get; } = Named("category");

    public static (string Id, Bilingual Name)[] GeneralTags { get; } = Named("tag");

    public static (string Id, Bilingual Name)[] Disclaimers { get; } = Named("disclaimer");

    public static (string Id, Bilingual Name)[] Tags { get; } = [.. Topics.Select(topic => (topic.Id, Title(topic.Name))), .. GeneralTags];

    public static (string Id, Bilingual Name)[] People { get; } = [.. Names["author"].Select((name, number) => ($"p{number + 1:D2}", name))];

    public static Dictionary<string, Dictionary<string, Pattern[]>> Patterns { get; } =
        Bilingual.Languages.ToDictionary(language => language, language => ReadPatterns($"sentences.{language}.txt"), StringComparer.Ordinal);

    private static Dictionary<string, Bilingual[]> ReadPairs(string file) =>
        WordFile.ReadSections(file).ToDictionary(section => section.Key, section => section.Value.Select(WordFile.ToPair).ToArray(), StringComparer.Ordinal);

    private static Dictionary<string, Pattern[]> ReadPatterns(string file) =>
        WordFile.ReadSections(file).ToDictionary(section => section.Key, section => section.Value.Select(Pattern.Parse).ToArray(), StringComparer.Ordinal);

    private static (string Id, Bilingual Name)[] Named(string kind) =>
        [.. s_named.Where(fields => fields[0] == kind).Select(fields => (fields[1], new Bilingual(fields[2], fields[3])))];

    private static Bilingual Title(Bilingual name) => name with { En = char.ToUpperInvariant(name.En[0]) + name.En[1..] };
}
