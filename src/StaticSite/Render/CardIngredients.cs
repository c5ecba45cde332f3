using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>What the card of an article shows, found out once for all the lists that it stands in.</summary>
internal sealed class CardIngredients(IReadOnlyDictionary<Language, Frame> frames)
{
    private readonly ConcurrentDictionary<PageSummary, StrongBox<Ingredient>> _known = new(ReferenceEqualityComparer.Instance);

    public Ingredient Of(PageSummary article) => _known.GetOrAdd(article, Find).Value;

    private StrongBox<Ingredient> Find(PageSummary article) =>
        new(new(IngredientKind.Article, article.SourcePath, ViewDigest.Of(frames[article.Id.Language].Card(article))));
}
