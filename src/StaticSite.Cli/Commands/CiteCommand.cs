using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaticSite.Citations.Csl;
using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Cli.Commands;

/// <summary><c>cite</c>: for an editor who only needs a list.</summary>
internal static class CiteCommand
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A reference file: CSL-JSON (.json), CSL-YAML (.yml), BibTeX (.bib) or RIS (.ris)" };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !File.Exists(path))
            {
                result.AddError($"There is no file '{path}'.");
            }
        });
        var style = new Option<string?>("--style")
        {
            Description = $"{string.Join(", ", BuiltInStyles.Ids)}, or the path of a CSL file [default: by language]",
            HelpName = "style",
        };
        var language = new Option<string>("--lang")
        {
            Description = "The language of the list",
            HelpName = "tag",
            DefaultValueFactory = _ => "zh-CN",
        };
        var format = new Option<string>("--format") { Description = "How to print it", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "html", "json");
        var command = new Command("cite", "Prints the bibliography of a reference file.") { file, style, language, format };
        command.SetAction(given =>
        {
            var tag = given.GetValue(language)!;
            var list = ReferenceList.Create(given.GetValue(file)!, given.GetValue(style) ?? DefaultStyle(tag), tag);
            return Print(list, given.GetValue(format)!, tag, terminal);
        });
        return command;
    }

    private static string DefaultStyle(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "gb-t-7714-2025-numeric" : "ama-11";

    private static int Print(ReferenceList list, string format, string language, Terminal terminal)
    {
        new DiagnosticPrinter(list.FindText, "", new Ansi(terminal.ColoursError)).Print(DiagnosticOrder.Sort(list.Diagnostics), terminal.Error);
        if (list.Diagnostics.Any(found => found.Severity == Severity.Error))
        {
            return ExitCode.Content;
        }

        terminal.Out.Write(format switch
        {
            "html" => Html(list, language),
            "json" => Json(list),
            _ => string.Concat(list.Entries.Select(entry => entry.Text + "\n")),
        });
        return ExitCode.Clean;
    }

    private static string Html(ReferenceList list, string language) =>
        $"<ol class=\"references\" lang=\"{HtmlEncoder.Default.Encode(language)}\">\n"
        + string.Concat(list.Entries.Select(entry => $"<li>{entry.Html}</li>\n"))
        + "</ol>\n";

    private static string Json(ReferenceList list)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_json))
        {
            json.WriteStartArray();
            foreach (var entry in list.Entries)
            {
                json.WriteStartObject();
                json.WriteString("id", entry.Id);
                json.WriteNumber("number", entry.Number);
                json.WriteString("text", entry.Text);
                json.WriteString("html", entry.Html);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
