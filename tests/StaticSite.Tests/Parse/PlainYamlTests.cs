using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Tests.Parse;

/// <summary>Plain YAML takes a short way; it must lead where the long one does.</summary>
public sealed class PlainYamlTests
{
    private static readonly string[] Lines =
    [
        "", "# a remark", "key: value", "key: ", "key:", "other: a, b [c] {d} \"e\" 'f' & * ! | > % @ `", "url: https://example.org/a?b=c#d", "text: a: b", "text: a # b", "time: 12:30:00", "n: 2009",
        "nothing: null", "wave: ~", "title: \"a \\\"quoted\\\" text: with # all\"", "title: \"\\u4e2d \\n\"", "title: \"not closed", "single: 'it''s one'", "single: 'a\\b'", "empty: \"\"", "empty: ''", "中文: 值，二：三",
        "list: [a, b c, \"d\", 'e', 2]", "list: []", "list: [a, ]", "list: [ [2009, 5], [2010] ]", "list: [a: b]", "list: [a, b", "list: [多发, 肾病]", "map: {a: b, c: \"d, e\", f: [1]}", "map: {}", "map: {a: b, a: c}", "map: {a}",
        "map: {a:b}", "map: {\"a\": b}", "map: {a : b}", "map: {a: }", "map: { a: b }", "map: {a: b} c", "- item", "- id: x", "-   id: x", "- [1, 2]", "- {a: [[2009]]}", "- \"a\"", "- \"a\": b", "-", "- ", "- - a", "- a: b: c", "- a #b", "-a", "--- ", "---",
        "...", "? a", "a b: c", "a.b-c_d: e", "\"a\": b", "block: |", "block: >-", "&a b: c", "a: &b c", "a: *b", "a: !t b", "key : value", "key:value", "k: (a)", "k: -a", "k: .5", "k: +1", "k: a\\b", "k: a   ", "k:   a", "k: 'a' # b", "k: \"a\"b", "<<: a",
        "k: \u3000a", "\u3000k: a", "k: a\u3000", "k: a\u00A0", "k: e\u0301", "\t", "k: \tb", "k: 😀", "k: a\u2028b", "k: \uFEFFa", "%YAML 1.1", "k: 'a", "b': c", "k: [", "]", "k: {", "}", "@a: b", "k: @a", "k: ,a", "k: a,", "k: }", "k: ]",
    ];

    [Property(MaxTest = 3000)]
    public Property The_short_way_leads_where_the_long_one_does() => Prop.ForAll(Documents().ToArbitrary(), IsReadAlike);

    [Theory]
    [InlineData("- id: choi2020\n  author:\n    - {family: \"Choi\", given: \"C. B.\"}\n    - literal: 某某\n  title: Some: thing\n", false)]
    [InlineData("- id: choi2020\n  author:\n    - {family: \"Choi\", given: \"C. B.\"}\n    - literal: 某某\n  title: Some thing\n  issued: {date-parts: [[2020, 5]]}\n", true)]
    [InlineData("title: \"A title\"\r\ndate: 2020-05-12T08:00:00+08:00\r\n\r\n# a remark\r\ntags: [a, b]\r\nlist:\r\n- a\r\n- b\r\nrelated: []\r\n", true)]
    [InlineData("a: >-\n  folded\n", false)]
    public void What_most_authors_write_takes_the_short_way(string text, bool isShort)
    {
        Assert.Equal(isShort, PlainYaml.Find(new SourceFile("a.yml", text), 0, text.Length) is not null);
        Assert.True(IsReadAlike(text));
    }

    private static Gen<string> Documents() =>
        from lines in Gen.Elements(0, 0, 0, 2, 2, 4).Zip(Gen.Elements(Lines)).ListOf(6)
        from end in Gen.Elements("\n", "\n", "\r\n", "\r")
        from last in Gen.Elements("", end)
        select string.Join(end, lines.Select(line => new string(' ', line.Item1) + line.Item2)) + last;

    private static bool IsReadAlike(string text)
    {
        // As front matter, which has text before and after it.
        var source = new SourceFile("a.yml", "---\n" + text + "---\n");
        if (PlainYaml.Find(source, 4, text.Length) is not { } plain)
        {
            return true;
        }

        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        return YamlReader.ParseAll(source, 4, text.Length, found) is { } parsed && found.Count == 0 && Print(parsed) == Print(plain);
    }

    private static string Print(YamlNode node) => node switch
    {
        YamlScalar scalar => $"{scalar.Where.Start}+{scalar.Where.Length} {scalar.IsPlain} '{scalar.Text}'",
        YamlSequence list => $"{list.Where.Start}+{list.Where.Length} [{string.Join(", ", list.Items.Select(Print))}]",
        YamlMapping mapping => $"{mapping.Where.Start}+{mapping.Where.Length} {{{string.Join(", ", mapping.Entries.Select(Print))}}}",
        _ => "",
    };

    private static string Print(YamlEntry entry) => $"{entry.Key} {entry.KeyWhere.Start}+{entry.KeyWhere.Length}: {Print(entry.Value)}";
}
