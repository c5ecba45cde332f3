namespace StaticSite.Tests.Specs;

/// <summary>One example of a spec: Markdown, the HTML it becomes, and what is reported, divided by lines with a single dot.</summary>
public sealed record SpecExample(string Feature, int Number, int Line, string Markdown, string Html, string Diagnostics)
{
    public override string ToString() => $"{Feature} {Number} (line {Line})";
}

/// <summary>A spec page: prose, and examples in fences of four backticks.</summary>
internal static class SpecFile
{
    private const string Fence = "````";
    private const string Opening = Fence + " example";

    public static string Folder { get; } = FindFolder();

    public static IEnumerable<SpecExample> Read(string path)
    {
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var number = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Opening)
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i + 1);
            var parts = Split(lines[(i + 1)..end]);
            yield return new SpecExample(Path.GetFileNameWithoutExtension(path), ++number, i + 1, parts[0], parts[1], parts[2]);
            i = end;
        }
    }

    /// <summary>Writes what the examples give now in place of what they gave.</summary>
    public static void Update(string path, Func<string, (string Html, string Diagnostics)> render)
    {
        var output = new List<string>();
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            output.Add(lines[i]);
            if (lines[i] != Opening)
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i + 1);
            var markdown = Split(lines[(i + 1)..end])[0];
            var (html, diagnostics) = render(markdown);
            output.AddRange([.. markdown.Split('\n'), ".", .. html.Split('\n')]);
            output.AddRange(diagnostics.Length == 0 ? [Fence] : [".", .. diagnostics.Split('\n'), Fence]);
            i = end;
        }

        File.WriteAllText(path, string.Join('\n', output));
    }

    private static string[] Split(string[] lines)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i == lines.Length || (lines[i] == "." && parts.Count < 2))
            {
                parts.Add(string.Join('\n', lines[start..i]));
                start = i + 1;
            }
        }

        return [.. parts, .. Enumerable.Repeat("", 3 - parts.Count)];
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var specs = Path.Combine(folder.FullName, "tests", "StaticSite.Tests", "Specs");
            if (Directory.Exists(specs))
            {
                return specs;
            }
        }

        throw new InvalidOperationException("The folder tests/StaticSite.Tests/Specs is not above the test assembly.");
    }
}
