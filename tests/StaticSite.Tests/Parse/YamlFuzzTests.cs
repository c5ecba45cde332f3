using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Read;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Parse;

/// <summary>Whatever stands in a file, the answer is a value or a diagnostic that lies within the file.</summary>
public sealed class YamlFuzzTests
{
    private const string Sample = """
        ---
        title: "Stem cells: a 'review'"
        date: 2025-05-20T08:00:00+08:00
        tags: [safety, 疗效, {a: b}]
        references:
          - id: choi2020
            author: [{family: Choi, given: C. B.}, {literal: 等}]
            issued: {date-parts: [[2020, 5]]}
            DOI: 10.1000/182
          - zhu2007: 朱清毅，移植治疗。
        related: [x, {title: y, url: https://example.org}]
        description: >-
          Some text
          & more * text
        aliases: ['/a/', "/b\u4e2d/"]
        base_url: https://example.org
        languages: [{code: zh}, {code: en}]
        publisher: {name: {zh: a, en: b}}
        categories: {kidney: {zh: 肾病, disclaimers: [general]}}
        ---
        body
        """;

    private static readonly string[] Pieces =
    [
        "---", "...", "\n", "\r\n", "\r", "\t", " ", "  ", ": ", ":", "：", "- ", "-", "[", "]", "{", "}", "\"", "'", "\\", "#", "&a", "*a", "!t", "|", ">", "%", "@",
        "`", "?", "? ", ",", "，", "~", "null", "true", "<<", "\u2028", "\u0085", "\u3000", "\uFEFF", "\uFDD0", "\uD800", "\U0001F600", "\0", "2016-02-31", "0000-00-00",
        "99999999999999999999", "title", "tags", "date", "id", "zh", "en", "references", "|9", ">+1\n", "\\ud800", "\\x0", "%YAML 9.9\n", "=", "()", "e1", "-.inf",
    ];

    [Property(MaxTest = 400)]
    public Property Mutated_files_are_answered() => Prop.ForAll(Mutations().ToArbitrary(), IsAnswered);

    [Property(MaxTest = 400)]
    public Property Pieces_in_any_order_are_answered() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text => IsAnswered(text) && IsAnswered($"---\n{text}\n---\n"));

    [Property(MaxTest = 400)]
    public Property Bytes_in_any_order_are_answered() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var read = SourceReader.Decode("zh.md", bytes);
            return (read.Value is null) == read.Diagnostics.Any(one => one.Severity == Severity.Error) && (read.Value is null || IsAnswered(read.Value.Text));
        });

    private static Gen<string> Mutations() =>
        from edits in Gen.Choose(1, 4)
        from places in Gen.Choose(0, Sample.Length).ArrayOf(edits)
        from lengths in Gen.Choose(0, 12).ArrayOf(edits)
        from pieces in Gen.Elements(Pieces).ArrayOf(edits)
        select Mutate(places, lengths, pieces);

    private static string Mutate(int[] places, int[] lengths, string[] pieces)
    {
        var text = Sample;
        for (var edit = 0; edit < places.Length; edit++)
        {
            var place = Math.Min(places[edit], text.Length);
            text = text.Remove(place, Math.Min(lengths[edit], text.Length - place)).Insert(place, pieces[edit]);
        }

        return text;
    }

    private static bool IsAnswered(string text)
    {
        var source = new SourceFile("zh.md", text);
        var frontMatter = FrontMatterParser.Parse(source, TestSettings.ChineseAndEnglish);
        var settings = SettingsParser.Parse(source);
        var references = ReferenceFileParser.Parse([source]);
        return IsSound(frontMatter.Value.FrontMatter is null, frontMatter.Diagnostics, text)
            && frontMatter.Value.BodyStart <= text.Length
            && IsSound(settings.Value is null, settings.Diagnostics, text)
            && IsSound(references.Value is null, references.Diagnostics.Where(one => references.Value is null || one.Severity != Severity.Error), text)
            && DataParser.Parse([source with { Path = "people.yml" }, source with { Path = "disclaimers.yml" }], TestSettings.ChineseAndEnglish).Value is not null
            && IsSound(StringsParser.Parse(source, new Language("en")) is { Value: null }, StringsParser.Parse(source, new Language("en")).Diagnostics, text);
    }

    private static bool IsSound(bool isMissing, IEnumerable<Diagnostic> diagnostics, string text)
    {
        var all = diagnostics.ToImmutableArray();
        return isMissing == all.Any(one => one.Severity == Severity.Error)
            && all.All(one => one.Where.Start >= 0 && one.Where.Length >= 0 && one.Where.Start + one.Where.Length <= text.Length);
    }
}
