using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaticSite.Check;
using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>One JSON object a line, one for each translation.</summary>
internal static class TranslationJson
{
    private static readonly JsonWriterOptions s_format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IEnumerable<TranslationState> states) => string.Concat(states.Select(state => Line(json =>
    {
        WriteState(json, state);
        json.WriteStartArray("sections");
        foreach (var section in state.Sections)
        {
            json.WriteStartObject();
            WriteSection(json, section);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    })));

    public static string Of(IEnumerable<TranslationDiff> translations) => string.Concat(translations.Select(translation => Line(json =>
    {
        WriteState(json, translation.State);
        json.WriteStartArray("sections");
        foreach (var section in translation.Sections)
        {
            json.WriteStartObject();
            WriteSection(json, section.Section);
            WriteRuns(json, section.Runs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("numbers");
        foreach (var pair in translation.Numbers)
        {
            json.WriteStartObject();
            json.WriteString("section", pair.Source?.Id);
            WriteNumbers(json, $"only_in_{translation.State.Source}", pair.Numbers.OnlyInFirst);
            WriteNumbers(json, $"only_in_{translation.State.Id.Language}", pair.Numbers.OnlyInSecond);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    })));

    private static void WriteState(Utf8JsonWriter json, TranslationState state)
    {
        json.WriteString("id", state.Id.Bundle.Value);
        json.WriteString("language", state.Id.Language.Code);
        json.WriteString("source_language", state.Source.Code);
        json.WriteString("state", TranslationWords.Of(state.Status));
        json.WriteString("path", state.Path);
        json.WriteBoolean("draft", state.IsDraft);
        json.WriteString("accepted", state.Accepted is { } accepted ? TranslationWords.Day(accepted) : null);
        json.WriteString("since", state.Since is { } since ? TranslationWords.Day(since) : null);
    }

    private static void WriteSection(Utf8JsonWriter json, OutdatedSection section)
    {
        json.WriteString("id", section.Change.Section.Id);
        json.WriteString("heading", section.Change.Section.Heading);
        json.WriteString("change", TranslationWords.Of(section.Change.Kind));
        json.WriteString("since", TranslationWords.Day(section.Since));
    }

    private static void WriteRuns(Utf8JsonWriter json, ImmutableArray<DiffRun> runs)
    {
        json.WriteStartArray("diff");
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteString(run.Kind switch { DiffKind.Kept => "kept", DiffKind.Removed => "removed", _ => "added" }, run.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<NumberUse> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteStringValue(number.Text);
        }

        json.WriteEndArray();
    }

    private static string Line(Action<Utf8JsonWriter> writeFields)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, s_format))
        {
            json.WriteStartObject();
            writeFields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }
}
