using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>Prints diagnostics for people.</summary>
/// <param name="findText">The text of a source by its path.</param>
/// <param name="prefix">Leads from the working folder to the site's root (<c>site/</c>), so that a terminal can open the path; empty where they are the same.</param>
internal sealed class DiagnosticPrinter(Func<string, string?> findText, string prefix = "", Ansi ansi = default)
{
    private readonly SourceTexts _texts = new(findText);

    /// <summary>In the order given. Lines end with LF on every system.</summary>
    public void Print(IEnumerable<Diagnostic> diagnostics, TextWriter to)
    {
        foreach (var diagnostic in diagnostics)
        {
            to.Write(string.Join('\n', Lines(diagnostic)) + "\n");
        }
    }

    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private IEnumerable<string> Lines(Diagnostic diagnostic)
    {
        var severity = Colour(diagnostic.Severity, $"{NameOf(diagnostic.Severity)} {diagnostic.Code}");
        yield return $"{ansi.Bold(PlaceOf(diagnostic.Where))} {severity}: {Printable.Line(diagnostic.Message)}";
        foreach (var line in ExcerptLines(diagnostic))
        {
            yield return line;
        }

        if (diagnostic.Hint is { } hint)
        {
            yield return $"  {ansi.Blue("hint:")} {Printable.Line(hint)}";
        }

        foreach (var note in diagnostic.Notes)
        {
            yield return $"  {ansi.Blue("note:")} {PlaceOf(note.Where)} {Printable.Line(note.Message)}";
        }
    }

    private string PlaceOf(SourceSpan span)
    {
        var (line, column) = _texts.StartOf(span);
        var path = Path.IsPathRooted(span.Path) ? span.Path : prefix + span.Path;
        return $"{Printable.Line(path)}:{line}:{column}:";
    }

    private string[] ExcerptLines(Diagnostic diagnostic)
    {
        var span = diagnostic.Where;
        if (diagnostic.HidesText || _texts.Find(span.Path) is not { } text)
        {
            return [];
        }

        var start = _texts.StartOf(span);
        var end = _texts.EndOf(span);
        var line = text.Line(start.Line);
        if (line.IsWhiteSpace())
        {
            return [];
        }

        // A place behind the line's last character is its end.
        var from = Math.Min(start.Column - 1, line.Length);
        var excerpt = Excerpt.Of(line, from, end.Line == start.Line ? end.Column - 1 : line.Length);
        var underline = Colour(diagnostic.Severity, new string('~', excerpt.Width));
        var number = $"{start.Line}";
        return
        [
            $"  {ansi.Dim($"{number} |")} {excerpt.Line}",
            $"  {new string(' ', number.Length)} {ansi.Dim("|")} {new string(' ', excerpt.Indent)}{underline}",
        ];
    }

    private string Colour(Severity severity, string text) => severity switch
    {
        Severity.Error => ansi.Red(text),
        Severity.Warning => ansi.Yellow(text),
        _ => ansi.Blue(text),
    };
}
