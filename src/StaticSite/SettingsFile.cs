using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Read;

namespace StaticSite;

/// <summary>site.yml alone, for commands that build nothing.</summary>
/// <param name="Settings">Null where an error keeps them from being read.</param>
internal sealed record SettingsFile(SiteSettings? Settings, ImmutableArray<Diagnostic> Diagnostics)
{
    private const string Path = "input/site.yml";

    /// <param name="root">Full path of the folder that holds input/.</param>
    public static SettingsFile Read(string root)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var file = new FolderLister(root, RealPath.Find(root) ?? root, found).FindFile(Path);
        if (file is null)
        {
            found.Add(ReadDiagnostics.NoSettings(similar: null));
            return new(null, found.ToImmutable());
        }

        var source = SourceReader.ReadText(file);
        found.AddRange(source.Diagnostics);
        if (source.Value is null)
        {
            return new(null, found.ToImmutable());
        }

        var settings = SettingsParser.Parse(source.Value);
        found.AddRange(settings.Diagnostics);
        return new(settings.Value, found.ToImmutable());
    }

    /// <summary>The text that a diagnostic's offsets count in, by path below the root.</summary>
    public static string? FindText(string root, string path) => SourceReader.FindText(root, path);
}
