using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>In the order in which files are written, so that a killed build leaves no dead link.</summary>
public enum OutputKind
{
    Asset,
    Page,

    /// <summary>Lists, term pages, homes, feeds, sitemaps, redirects, robots.txt, 404.</summary>
    List,
}

/// <summary>One file of the output. What it shows is found out, and it is made, when it turns out that this has to be. Safe to use from many threads.</summary>
/// <param name="path">Below the output folder, with <c>/</c>, unescaped.</param>
/// <param name="source">A file to copy; then nothing is rendered.</param>
/// <param name="shows">Gives what <see cref="Shows"/> holds.</param>
/// <param name="render">Gives the bytes.</param>
public sealed class OutputFile(string path, OutputKind kind, FileContent? source, Func<ImmutableArray<Ingredient>> shows, Func<Outcome<byte[]>> render)
{
    private readonly Lazy<(ImmutableArray<Ingredient> Shows, Digest Key)> _shows = new(() => shows() is var all ? (all, Ingredient.Key(all)) : default);

    /// <summary>Known without a look at what the file shows.</summary>
    private Digest? KnownKey { get; init; }

    public string Path => path;

    public OutputKind Kind => kind;

    public FileContent? Source => source;

    /// <summary>All that decides about the bytes.</summary>
    public ImmutableArray<Ingredient> Shows => _shows.Value.Shows;

    public Digest Key => KnownKey ?? _shows.Value.Key;

    /// <param name="path">Of the file to copy, relative to the root.</param>
    public static OutputFile Copy(SiteUrl url, string path, FileContent source) =>
        new(url.OutputPath, OutputKind.Asset, source, () => [new(IngredientKind.Asset, path, Digest.Parse(source.Hash))], () => throw new InvalidOperationException("It is copied."));

    /// <summary>A file that was made before and stays as it is.</summary>
    public static OutputFile Standing(string path, OutputKind kind, Digest key) =>
        new(path, kind, null, () => throw new InvalidOperationException("It stays."), () => throw new InvalidOperationException("It stays.")) { KnownKey = key };

    /// <summary>Bytes that cost nothing to make.</summary>
    /// <param name="from">The file that they come from, relative to the root.</param>
    public static OutputFile Of(SiteUrl url, OutputKind kind, string from, byte[] bytes) =>
        new(url.OutputPath, kind, null, () => [new(IngredientKind.Asset, from, Digest.OfFile(bytes))], () => new(bytes, []));

    public Outcome<byte[]> Render() => render();
}

/// <summary>What the last build knew about a file that it left in the output.</summary>
/// <param name="Stamp">Of the file when it was written.</param>
public sealed record KnownOutput(Digest Key, Digest Content, FileStamp Stamp, Stored<OutputShows> Ingredients);

/// <summary>What an output shows, and why.</summary>
/// <param name="Causes">Why it was last rendered: what was new, changed or gone among its ingredients. Empty for a build from nothing.</param>
public sealed record OutputShows(ImmutableArray<Ingredient> Shows, ImmutableArray<Ingredient> Causes);
