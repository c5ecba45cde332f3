using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>How an output uses one of its sources. The names are what <c>why</c> prints.</summary>
public enum IngredientKind
{
    Text,
    Facts,
    References,
    Figure,
    Link,
    Related,
    Neighbour,
    Translation,
    Person,
    Term,
    Disclaimer,
    Article,
    Settings,
    Strings,
    Template,
    Asset,
    CitationStyle,
    Clock,
    Generator,
}

/// <summary>One thing that an output shows. An output whose ingredients are the same is the same, byte for byte.</summary>
/// <param name="Name">The file that it comes from, relative to the root, with <c>/</c>; for the generator its name and version.</param>
/// <param name="Digest">Of all that the output takes from it, and of nothing else.</param>
public readonly record struct Ingredient(IngredientKind Kind, string Name, Digest Digest)
{
    /// <summary>What decides whether an output must be rendered anew.</summary>
    public static Digest Key(ImmutableArray<Ingredient> ingredients)
    {
        var key = DigestBuilder.Start();
        foreach (var one in ingredients)
        {
            key.Add((int)one.Kind).Add(one.Name).Add(one.Digest);
        }

        return key.Finish();
    }
}
