namespace StaticSite.Benchmarks.Articles;

/// <summary>The word lists beside this file. Lines that begin with # are notes.</summary>
internal static class WordFile
{
    public static string[] ReadLines(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }

    /// <summary>The lines of each <c>[section]</c>.</summary>
    public static Dictionary<string, string[]> ReadSections(string name)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in ReadLines(name))
        {
            if (line is ['[', .. var section, ']'])
            {
                current = sections[section] = [];
            }
            else
            {
                current.Add(line);
            }
        }

        return sections.ToDictionary(section => section.Key, section => section.Value.ToArray(), StringComparer.Ordinal);
    }

    public static Bilingual ToPair(string line) => line.Split('=') is [var zh, var en] ? new(zh, en) : throw new FormatException($"'{line}' is no pair of words.");
}
