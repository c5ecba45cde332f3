using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

internal static class SiteSources
{
    /// <summary>Each article is made once and written by all.</summary>
    public static void Write(Corpus corpus, IReadOnlyCollection<ISiteWriter> writers)
    {
        foreach (var writer in writers)
        {
            writer.WriteSite(corpus);
        }

        Parallel.ForEach(corpus.Articles, facts =>
        {
            var article = corpus.CreateArticle(facts);
            foreach (var writer in writers)
            {
                writer.WriteArticle(article);
            }
        });
    }
}
