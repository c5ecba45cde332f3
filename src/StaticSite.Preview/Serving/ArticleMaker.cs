using StaticSite.Preview.Desk;

namespace StaticSite.Preview.Serving;

/// <summary>Makes the articles that the desk asks for, as <c>staticsite new article</c> does.</summary>
internal sealed class ArticleMaker(string root, TimeProvider clock) : INewArticles
{
    public string OfferId(IReadOnlyDictionary<string, string> titles) => NewArticle.OfferId(root, titles.Values) ?? "";

    public NewArticleResult Create(DeskArticleRequest request)
    {
        try
        {
            var made = NewArticle.Create(new(root, [.. request.Titles.Select(title => (title.Key, title.Value))]) { Id = request.Id }, clock.GetUtcNow());
            return made switch
            {
                { Id: { } id } => new(id, [.. made.Files.Select(file => new DeskFile(file.Language.Code, file.Path, file.EditorLink))], null),
                { Refusal: { } refusal } => new(null, [], refusal),
                _ => new(null, [], new("input/site.yml has an error.", "Mend it first: the desk shows it.")),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [], new("The folder cannot be made: " + error.Message, null));
        }
    }
}
