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

/// <summary>One file of the output, which is made when it turns out that it has to be.</summary>
/// <param name="Path">Below the output folder, with <c>/</c>, unescaped.</param>
/// <param name="Shows">All that decides about the bytes.</param>
/// <param name="Source">A file to copy; then nothing is rendered.</param>
/// <param name="Render">Gives the bytes; safe to call from any thread.</param>
public sealed record OutputFile(
    string Path, OutputKind Kind, ImmutableArray<Ingredient> Shows, FileContent? Source, Func<Outcome<byte[]>> Render)
{
    public Digest Key { get; } = Ingredient.Key(Shows);

    /// <param name="path">Of the file to copy, relative to the root.</param>
    public static OutputFile Copy(SiteUrl url, string path, FileContent source) =>
        new(url.OutputPath, OutputKind.Asset, [new(IngredientKind.Asset, path, Digest.Parse(source.Hash))], source, () => throw new InvalidOperationException("It is copied."));

    /// <summary>Bytes that cost nothing to make.</summary>
    /// <param name="from">The file that they come from, relative to the root.</param>
    public static OutputFile Of(SiteUrl url, OutputKind kind, string from, byte[] bytes) =>
        new(url.OutputPath, kind, [new(IngredientKind.Asset, from, Digest.OfFile(bytes))], null, () => new(bytes, []));
}

/// <summary>What the last build knew about a file that it left in the output.</summary>
/// <param name="Stamp">Of the file when it was written.</param>
/// <param name="Causes">Why it was last rendered: what was new, changed or gone among its ingredients. Empty for a build from nothing.</param>
public sealed record KnownOutput(Digest Key, Digest Content, FileStamp Stamp, ImmutableArray<Ingredient> Shows, ImmutableArray<Ingredient> Causes);
