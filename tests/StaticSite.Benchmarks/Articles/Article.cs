namespace StaticSite.Benchmarks.Articles;

/// <param name="Figures">SVG; the first is figure 1.</param>
/// <param name="Bodies">By language.</param>
internal sealed record Article(ArticleFacts Facts, Reference[] References, string[] Figures, Dictionary<string, Block[]> Bodies);
