using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

/// <summary>The corpus without its citations: what they cost is the difference.</summary>
internal sealed class UncitedWriter(ISiteWriter writer) : ISiteWriter
{
    public void WriteSite(Corpus corpus) => writer.WriteSite(corpus);

    public void WriteArticle(Article article) => writer.WriteArticle(article.WithoutCitations());
}
