using StaticSite.Benchmarks.Articles;

namespace StaticSite.Benchmarks.Sites;

/// <summary>Writes a corpus as the sources that one generator takes.</summary>
internal interface ISiteWriter
{
    /// <summary>Settings, templates, the names of tags: all that is no article.</summary>
    void WriteSite(Corpus corpus);

    /// <summary>Is called from many threads.</summary>
    void WriteArticle(Article article);
}
