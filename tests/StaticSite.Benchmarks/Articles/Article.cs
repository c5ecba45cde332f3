using System.Text.RegularExpressions;

namespace StaticSite.Benchmarks.Articles;

/// <param name="Figures">SVG; the first is figure 1.</param>
/// <param name="Bodies">By language.</param>
internal sealed partial record Article(ArticleFacts Facts, Reference[] References, string[] Figures, Dictionary<string, Block[]> Bodies)
{
    /// <summary>The same sentences; no work is cited or listed.</summary>
    public Article WithoutCitations() => this with
    {
        References = [],
        Bodies = Bodies.ToDictionary(body => body.Key, body => body.Value.Select(block => block with { Text = Citation().Replace(block.Text, "") }).ToArray()),
    };

    [GeneratedRegex(@" ?\[@\w+\]")]
    private static partial Regex Citation();
}
