using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>What was made for an author, or why nothing was.</summary>
internal sealed class NewArticleReport(Terminal terminal, string root, bool isJson)
{
    private readonly JsonReport _lines = new(terminal);

    /// <returns>The exit code that follows.</returns>
    public int Finish(NewArticle made)
    {
        if (!made.Errors.IsEmpty)
        {
            return ReportErrors(made);
        }

        if (made.Refusal is { } refusal)
        {
            return isJson ? ReportFailure(refusal) : TranslationErrors.Refuse(refusal, terminal);
        }

        if (isJson)
        {
            ReportFiles(made);
        }
        else
        {
            terminal.Out.Write(string.Concat(made.Files.Select(file => $"Created {Printable.Line(Report.PrefixOf(root) + file.Path)}\n")));
        }

        return ExitCode.Clean;
    }

    /// <summary>The article is there all the same.</summary>
    public void NotOpened(string problem, NewArticleFile file)
    {
        var ansi = new Ansi(terminal.ColoursError);
        terminal.Error.Write($"{ansi.Yellow("warning:")} {Printable.Line(problem)}\n  {ansi.Blue("hint:")} Open {Printable.Line(Report.PrefixOf(root) + file.Path)}, or name another editor in input/site.yml: preview: {{editor: …}}\n");
    }

    private int ReportErrors(NewArticle made)
    {
        if (!isJson)
        {
            return TranslationErrors.Print(made.Errors, made.FindText, root, terminal);
        }

        var texts = new SourceTexts(made.FindText);
        foreach (var error in DiagnosticOrder.Sort(made.Errors))
        {
            _lines.Write(error, texts);
        }

        return ExitCode.Of(made.Errors);
    }

    private int ReportFailure(Refusal refusal)
    {
        _lines.Write("failed", json =>
        {
            json.WriteString("kind", "error");
            json.WriteString("message", refusal.Message);
            if (refusal.Hint is { } hint)
            {
                json.WriteString("hint", hint);
            }
        });
        return ExitCode.Unusable;
    }

    private void ReportFiles(NewArticle made) => _lines.Write("created", json =>
    {
        json.WriteString("id", made.Id);
        json.WriteStartArray("files");
        foreach (var file in made.Files)
        {
            json.WriteStartObject();
            json.WriteString("language", file.Language.Code);
            json.WriteString("path", file.Path);
            json.WriteNumber("line", file.Line);
            json.WriteString("editor_link", file.EditorLink);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
