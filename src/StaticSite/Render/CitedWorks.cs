using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>
/// The works of a page's list as schema.org data. An article mostly cites the same ones in each of its languages, one page after
/// the other: what was written last is kept.
/// </summary>
internal sealed class CitedWorks(ArrayBufferWriter<byte> bytes, Utf8JsonWriter json)
{
    // What stands there once for each work is encoded once.
    private static readonly JsonEncodedText s_type = JsonEncodedText.Encode("@type"), s_name = JsonEncodedText.Encode("name"), s_author = JsonEncodedText.Encode("author"),
        s_isPartOf = JsonEncodedText.Encode("isPartOf"), s_url = JsonEncodedText.Encode("url"), s_datePublished = JsonEncodedText.Encode("datePublished"),
        s_scholarlyArticle = JsonEncodedText.Encode("ScholarlyArticle"), s_book = JsonEncodedText.Encode("Book"), s_creativeWork = JsonEncodedText.Encode("CreativeWork"),
        s_periodical = JsonEncodedText.Encode("Periodical"), s_person = JsonEncodedText.Encode("Person"), s_organization = JsonEncodedText.Encode("Organization");

    [ThreadStatic]
    private static CitedWorks? t_last;

    private readonly List<Digest> _works = [];

    private ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    /// <summary>An array, in the order of the list.</summary>
    public static void Write(Utf8JsonWriter graph, ImmutableArray<ReferenceListEntry> references)
    {
        var last = t_last ??= Create(graph.Options);
        if (!last.IsOf(references))
        {
            last.Encode(references);
        }

        graph.WriteRawValue(last.Written, skipInputValidation: true);
    }

    private static CitedWorks Create(JsonWriterOptions options)
    {
        var bytes = new ArrayBufferWriter<byte>();
        return new(bytes, new Utf8JsonWriter(bytes, options));
    }

    private bool IsOf(ImmutableArray<ReferenceListEntry> references)
    {
        if (references.Length != _works.Count)
        {
            return false;
        }

        for (var i = 0; i < references.Length; i++)
        {
            if (references[i].Work.Digest != _works[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Encode(ImmutableArray<ReferenceListEntry> references)
    {
        _works.Clear();
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        foreach (var entry in references)
        {
            Encode(entry.Work.Item);
        }

        json.WriteEndArray();
        json.Flush();

        // Not before all is written: a work that comes from a damaged cache ends it.
        foreach (var entry in references)
        {
            _works.Add(entry.Work.Digest);
        }
    }

    private void Encode(Item item)
    {
        json.WriteStartObject();
        json.WriteString(s_type, item.Type.StartsWith("article", StringComparison.Ordinal) ? s_scholarlyArticle : item.Type == "book" ? s_book : s_creativeWork);
        json.WriteString(s_name, item.Field("title") ?? item.PlainText ?? item.Id);
        if (item.Names.TryGetValue("author", out var authors))
        {
            json.WriteStartArray(s_author);
            foreach (var name in authors)
            {
                json.WriteStartObject();
                json.WriteString(s_type, name.Literal is null ? s_person : s_organization);
                json.WriteString(s_name, FullName(name));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (item.Dates.TryGetValue("issued", out var issued) && issued.Year is { } year)
        {
            json.WriteString(s_datePublished, year.ToString("D4", CultureInfo.InvariantCulture));
        }

        if (item.Field("container-title") is { } container)
        {
            json.WriteStartObject(s_isPartOf);
            json.WriteString(s_type, item.Type == "article-journal" ? s_periodical : s_creativeWork);
            json.WriteString(s_name, container);
            json.WriteEndObject();
        }

        if (Identifiers.FindAddress(item) is { } link)
        {
            json.WriteString(s_url, link);
        }

        json.WriteEndObject();
    }

    /// <summary>The name in the order in which it is spoken.</summary>
    private static string FullName(Name name)
    {
        if (name.Literal is { } literal)
        {
            return literal;
        }

        var isDivided = !string.IsNullOrWhiteSpace(name.Given) && !string.IsNullOrWhiteSpace(name.Family);
        if (isDivided && name is { DroppingParticle: null, NonDroppingParticle: null, Suffix: null } && name.Family![0] < '\u4E00')
        {
            return $"{name.Given} {name.Family}";
        }

        var isHan = name.Family is [>= '\u4E00' and <= '\u9FFF', ..];
        return isHan
            ? name.Family + name.Given
            : string.Join(' ', new[] { name.Given, name.DroppingParticle, name.NonDroppingParticle, name.Family, name.Suffix }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
