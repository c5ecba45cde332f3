using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>One JSON object a line on standard output; the last one is always <c>done</c>.</summary>
internal sealed class JsonReport(Terminal terminal) : IReport
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _line = new();

    public BuildResult Watch(Func<IProgress<BuildProgress>?, BuildResult> build) => build(new StageEvents(this));

    public void Finish(FinishedBuild build)
    {
        var texts = new SourceTexts(build.Result.FindText);
        foreach (var diagnostic in build.Result.Diagnostics)
        {
            Write(diagnostic, texts);
        }

        WriteDone(build);
    }

    public void Fail(Failure failure, TimeSpan elapsed)
    {
        Write(failure);
        WriteDone(new FinishedBuild(new BuildResult(0, 0, 0, 0, WasWritten: false, []), elapsed) { Errors = 1 });
    }

    public void Write(Diagnostic diagnostic, SourceTexts texts) => Write("diagnostic", json => WriteDiagnostic(json, diagnostic, texts));

    public void Write(Failure failure) => Write("failed", json =>
    {
        json.WriteString("kind", failure.Kind);
        json.WriteString("message", failure.Message);
        if (failure.Trace is { } trace)
        {
            json.WriteString("trace", trace);
        }
    });

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic, SourceTexts texts)
    {
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", DiagnosticPrinter.NameOf(diagnostic.Severity));
        WritePlace(json, diagnostic.Where, texts);
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Hint is { } hint)
        {
            json.WriteString("hint", hint);
        }

        if (diagnostic.Notes.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("notes");
        foreach (var note in diagnostic.Notes)
        {
            json.WriteStartObject();
            WritePlace(json, note.Where, texts);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The end is exclusive, and left out where nothing is marked.</summary>
    private static void WritePlace(Utf8JsonWriter json, SourceSpan span, SourceTexts texts)
    {
        var start = texts.StartOf(span);
        var end = texts.EndOf(span);
        json.WriteString("path", span.Path);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        if (end != start)
        {
            json.WriteNumber("end_line", end.Line);
            json.WriteNumber("end_column", end.Column);
        }
    }

    private void WriteDone(FinishedBuild build) => Write("done", json =>
    {
        json.WriteNumber("pages", build.Result.Pages);
        json.WriteNumber("written", build.Result.Written);
        json.WriteNumber("unchanged", build.Result.Unchanged);
        json.WriteNumber("removed", build.Result.Removed);
        json.WriteNumber("errors", build.Errors);
        json.WriteNumber("warnings", build.Warnings);
        json.WriteNumber("elapsed_ms", (long)build.Elapsed.TotalMilliseconds);
    });

    public void Write(string name, Action<Utf8JsonWriter> writeFields)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Format))
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            writeFields(json);
            json.WriteEndObject();
        }

        lock (_line)
        {
            terminal.Out.Write(Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n");
        }
    }

    /// <summary>One event for each stage that has done its work.</summary>
    private sealed class StageEvents(JsonReport report) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            if (value.Done < value.Total)
            {
                return;
            }

            report.Write("progress", json =>
            {
                json.WriteString("stage", value.Stage);
                json.WriteNumber("done", value.Done);
                json.WriteNumber("total", value.Total);
            });
        }
    }
}
