using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>Which diagnostics belong to which bundle? Those that point into its folder.</summary>
internal sealed class DeskFindings
{
    private readonly Dictionary<string, List<Diagnostic>> _byFolder = new(StringComparer.Ordinal);
    private readonly DeskSite _site;
    private readonly Func<string, int, int, string> _editorLink;

    /// <param name="editorLink">Gives a link from a full path, line and column.</param>
    public DeskFindings(DeskSite site, Func<string, int, int, string> editorLink)
    {
        (_site, _editorLink) = (site, editorLink);
        var folders = site.Site.Bundles.Select(bundle => bundle.Path).ToHashSet(StringComparer.Ordinal);
        var ofSite = new List<Diagnostic>();
        foreach (var found in site.Diagnostics)
        {
            var folder = FolderOf(found.Where.Path);
            if (!folders.Contains(folder))
            {
                ofSite.Add(found);
            }
            else if (_byFolder.TryGetValue(folder, out var known))
            {
                known.Add(found);
            }
            else
            {
                _byFolder[folder] = [found];
            }
        }

        OfSite = [.. ofSite];
    }

    /// <summary>Those of no bundle.</summary>
    public ImmutableArray<Diagnostic> OfSite { get; }

    public int Count(ParsedBundle bundle, Severity severity) =>
        _byFolder.TryGetValue(bundle.Path, out var found) ? found.Count(one => one.Severity == severity) : 0;

    public DeskDetail DetailOf(ParsedBundle bundle) => new(
        [.. _site.Site.Settings.Languages.Select(info => FileOf(bundle, info.Language))],
        Locate(_byFolder.GetValueOrDefault(bundle.Path) ?? []));

    /// <summary>Reads the texts that they point into: costs what it takes to open those files.</summary>
    public ImmutableArray<DeskFinding> Locate(IEnumerable<Diagnostic> diagnostics)
    {
        var texts = new SourceTexts(_site.FindText);
        return [.. diagnostics.Select(found => Locate(found, texts.StartOf(found.Where)))];
    }

    private DeskFile FileOf(ParsedBundle bundle, Language language)
    {
        var path = $"{bundle.Path}/{language}.md";
        return new(language.Code, path, _editorLink(Path.Join(_site.Root, path), 1, 1));
    }

    private DeskFinding Locate(Diagnostic found, Position at) => new(
        found.Code, found.Severity, found.Where.Path, at.Line, at.Column, found.Message, found.Hint, _editorLink(Path.Join(_site.Root, found.Where.Path), at.Line, at.Column));

    /// <summary>The first three names of a path: <c>input/articles/id</c>.</summary>
    private static string FolderOf(string path)
    {
        var end = -1;
        for (var names = 0; names < 3; names++)
        {
            end = path.IndexOf('/', end + 1);
            if (end < 0)
            {
                return path;
            }
        }

        return path[..end];
    }
}
