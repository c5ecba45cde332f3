namespace StaticSite.Benchmarks.Measuring;

/// <summary>What happens before a build.</summary>
/// <param name="Id">For <c>--cases</c>.</param>
/// <param name="Edit">Changes the site; the number makes each time another change. Null where all that was built is deleted.</param>
internal sealed record BuildCase(string Id, string Title, Action<string, int>? Edit)
{
    public static BuildCase Nothing { get; } = new("nothing", "from nothing", null);

    public static BuildCase Unchanged { get; } = new("unchanged", "nothing changed", (_, _) => { });

    public static BuildCase Article { get; } = new("article", "one article edited", Edits.Article);

    /// <summary>The site that stands in the repository.</summary>
    public static BuildCase RealSite { get; } = new("real", "this repository's site, from nothing", null);

    public static IReadOnlyList<BuildCase> All { get; } =
    [
        Nothing,
        Unchanged,
        Article,
        new("tag", "one tag renamed", Edits.Tag),
        new("template", "one template edited", Edits.Template),
        new("figure", "one figure replaced", Edits.Figure),
    ];
}
