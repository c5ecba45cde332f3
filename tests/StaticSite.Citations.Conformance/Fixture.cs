using System.Text.RegularExpressions;

namespace StaticSite.Citations.Conformance;

/// <summary>A file of the public test suite of CSL processors.</summary>
public sealed partial record Fixture(string Name, IReadOnlyDictionary<string, string> Sections)
{
    public string Mode => Section("MODE")?.Trim() ?? "";

    public string Expected => (Section("RESULT") ?? "").Trim();

    public string? Section(string name) => Sections.GetValueOrDefault(name);

    public static Fixture Read(string path)
    {
        var text = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in SectionForm().Matches(text))
        {
            sections.TryAdd(match.Groups["name"].Value, match.Groups["text"].Value.Trim('\n'));
        }

        return new(Path.GetFileNameWithoutExtension(path), sections);
    }

    [GeneratedRegex(@"^\uFEFF?>>=+ (?<name>[A-Z\-]+) =+>>[ \t]*\n(?<text>.*?)\n?^<<=+ \k<name> =+<<", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SectionForm();
}
