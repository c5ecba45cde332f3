using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Read;

namespace StaticSite;

/// <summary>What a new article can name, and what it cannot be named.</summary>
/// <param name="Bundles">Names of folders and files among the articles and pages. Where letter case does not count, two that differ in nothing else are one.</param>
/// <param name="People">Null where people.yml cannot be read: the next build says why.</param>
internal sealed record KnownIds(FrozenSet<string> Bundles, FrozenSet<string>? People)
{
    private static readonly string[] s_folders = ["input/articles", "input/pages"];

    public static KnownIds Read(string root, SiteSettings settings)
    {
        var file = Lister(root).FindFile("input/data/people.yml");
        var people = file is null ? null : SourceReader.ReadText(file).Value;
        var data = people is null ? null : DataParser.Parse([people], settings).Value;
        return new(ReadBundles(root), file is null ? FrozenSet<string>.Empty : data?.People.Keys.ToFrozenSet(StringComparer.Ordinal));
    }

    public static FrozenSet<string> ReadBundles(string root)
    {
        var lister = Lister(root);
        return s_folders.Where(lister.Exists).Select(lister.Names).SelectMany(names => names.Folders.AddRange(names.Files)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    private static FolderLister Lister(string root) => new(root, RealPath.Find(root) ?? root, ImmutableArray.CreateBuilder<Diagnostic>());
}
