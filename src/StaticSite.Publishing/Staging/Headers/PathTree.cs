namespace StaticSite.Publishing.Staging.Headers;

/// <summary>A pattern that a server understands: one file, or all below a folder.</summary>
/// <param name="Path">Below the root: of a file (<c>zh/feed.xml</c>), or of a folder with its <c>/</c>; empty for the root.</param>
/// <param name="Files">How many files it is for.</param>
internal sealed record PathRule(string Path, bool IsFolder, string? Value, int Files);

/// <summary>The paths of a site with one value each, and the fewest words in which a server can be told the values.</summary>
internal sealed class PathTree
{
    private readonly SortedDictionary<string, PathTree> _folders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string?> _files = new(StringComparer.Ordinal);
    private readonly string _path;

    /// <summary>How many files below have which value; a missing one counts as the empty text, which no header has.</summary>
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private PathTree(string path) => _path = path;

    public static PathTree Of(IEnumerable<(string Path, string? Value)> values)
    {
        var root = new PathTree("");
        foreach (var (path, value) in values)
        {
            root.Add(path, value);
        }

        return root;
    }

    /// <summary>Rules of which at most one holds for a path, for hosts that join the values of all that do. What a file lacks, no rule gives it.</summary>
    public IEnumerable<PathRule> Disjoint()
    {
        if (_counts.Count == 1)
        {
            var (value, count) = _counts.First();
            return value.Length == 0 ? [] : [new PathRule(_path, IsFolder: true, value, count)];
        }

        return _folders.Values.SelectMany(folder => folder.Disjoint())
            .Concat(_files.Where(file => file.Value is not null).Select(file => new PathRule(_path + file.Key, IsFolder: false, file.Value, 1)));
    }

    /// <summary>Rules of which the longest that holds for a path counts, for servers that choose it so.</summary>
    /// <param name="inherited">What holds where no rule does.</param>
    public IEnumerable<PathRule> Nested(string? inherited)
    {
        var own = _path.Length == 0 ? inherited : MostCommon(inherited);
        IEnumerable<PathRule> rules = own == inherited ? [] : [new PathRule(_path, IsFolder: true, own, _counts[own ?? ""])];
        return rules
            .Concat(_files.Where(file => file.Value != own).Select(file => new PathRule(_path + file.Key, IsFolder: false, file.Value, 1)))
            .Concat(_folders.Values.SelectMany(folder => folder.Nested(own)));
    }

    private void Add(string path, string? value)
    {
        var at = this;
        at.Count(value);
        var start = 0;
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', start))
        {
            var name = path[start..slash];
            if (!at._folders.TryGetValue(name, out var folder))
            {
                folder = at._folders[name] = new PathTree(path[..(slash + 1)]);
            }

            at = folder;
            at.Count(value);
            start = slash + 1;
        }

        at._files[path[start..]] = value;
    }

    private void Count(string? value) => _counts[value ?? ""] = _counts.GetValueOrDefault(value ?? "") + 1;

    /// <summary>Of equals the inherited one, which costs no rule.</summary>
    private string? MostCommon(string? inherited)
    {
        var most = _counts.Values.Max();
        var best = _counts.GetValueOrDefault(inherited ?? "") == most
            ? inherited
            : _counts.Where(count => count.Value == most).Select(count => count.Key).Order(StringComparer.Ordinal).First();
        return best is "" ? null : best;
    }
}
