using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Citations.Csl;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Read;

namespace StaticSite;

/// <summary>The bibliography of one reference file, without a site around it.</summary>
/// <param name="Entries">In the order of the style, which is the file's where the style does not sort; empty where an error kept it from being made.</param>
internal sealed record ReferenceList(ImmutableArray<ReferenceListLine> Entries, ImmutableArray<Diagnostic> Diagnostics, Func<string, string?> FindText)
{
    /// <param name="file">Any reference file: CSL-JSON, CSL-YAML, BibTeX, RIS.</param>
    /// <param name="style">A built-in style's id, or the path of a CSL file.</param>
    /// <param name="language">A BCP 47 tag.</param>
    public static ReferenceList Create(string file, string style, string language)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var processor = ReadStyle(style, found) is { } compiled ? new CitationProcessor(compiled, language) : null;
        var library = ReadLibrary(file, found);
        var entries = processor is null || library is null || found.Any(diagnostic => diagnostic.Severity == Severity.Error)
            ? []
            : Format(processor, [.. library.Works.Select(work => work.Value.Item)], language);
        return new(entries, found.ToImmutable(), path => SourceReader.FindText("", path));
    }

    private static ImmutableArray<ReferenceListLine> Format(CitationProcessor processor, ImmutableArray<Item> items, string language)
    {
        var byId = items.ToDictionary(item => item.Id);
        return
        [
            .. processor.Format(items, []).Bibliography!.Entries.Select(entry => new ReferenceListLine(
                entry.Id, entry.Number, EntryHtml.Of(byId[entry.Id], entry, language), entry.Text.Trim())),
        ];
    }

    private static ReferenceLibrary? ReadLibrary(string file, ImmutableArray<Diagnostic>.Builder found)
    {
        if (ReadText(file, found) is not { } source)
        {
            return null;
        }

        var library = ReferenceFileParser.Parse([source]);
        found.AddRange(library.Diagnostics);
        return library.Value;
    }

    private static CslStyle? ReadStyle(string style, ImmutableArray<Diagnostic>.Builder found)
    {
        var source = BuiltInStyles.Find(style) is { } builtIn ? new SourceFile(style, builtIn) : ReadText(style, found);
        if (source is null)
        {
            return null;
        }

        var (compiled, problems) = CslStyle.Parse(source.Text);
        found.AddRange(problems.Select(problem => Render.RenderDiagnostics.CitationStyle(problem, Render.CitationStyles.Place(source, problem))));
        if (compiled is { HasBibliography: false })
        {
            found.Add(Render.RenderDiagnostics.CitationStyleWithoutList(style, source.Start));
            return null;
        }

        return compiled;
    }

    private static SourceFile? ReadText(string path, ImmutableArray<Diagnostic>.Builder found)
    {
        var outcome = SourceReader.ReadText(path);
        found.AddRange(outcome.Diagnostics);
        return outcome.Value;
    }
}

/// <param name="Html">Without the number, with links to the work.</param>
/// <param name="Text">As the style prints it, number included.</param>
internal sealed record ReferenceListLine(string Id, int Number, string Html, string Text);
