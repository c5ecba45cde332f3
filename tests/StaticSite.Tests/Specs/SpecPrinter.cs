using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Tests.Specs;

/// <summary>Slots and diagnostics in a form that a spec can show.</summary>
internal static partial class SpecPrinter
{
    public static string Print(PageBody body) =>
        Mark().Replace(body.Html, match => Print(body.Slots[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)])).TrimEnd('\n');

    public static string Print(SourceFile file, IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.OrderBy(diagnostic => diagnostic.Where.Start).Select(diagnostic => Print(file, diagnostic)));

    private static string Print(SourceFile file, Diagnostic diagnostic)
    {
        var before = file.Text.AsSpan(0, diagnostic.Where.Start);
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var underlined = file.Text.Substring(diagnostic.Where.Start, diagnostic.Where.Length).ReplaceLineEndings("↵");
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column} {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code} ~{underlined}~");
    }

    private static string Print(Slot slot) => slot switch
    {
        LinkStartSlot link => $"{{{{link {link.Target}{(link.Fragment is null ? "" : "#" + link.Fragment)}{Value("title", link.Title)}{(link.IsEmpty ? " empty" : "")}{(link.InRelatedBox ? " related" : "")}}}}}",
        LinkEndSlot => "{{/link}}",
        CitationSlot citation => $"{{{{cite {string.Join("; ", citation.Cites.Select(Print))}}}}}",
        CrossReferenceSlot { Id: { } id } reference => $"{{{{ref {reference.Kind} {id}}}}}",
        CrossReferenceSlot reference => $"{{{{ref {reference.Kind} {reference.Number}{Value("text", reference.Text)}}}}}",
        ImageSlot image => $"{{{{image {image.File} alt=\"{image.Alt}\"{Value("title", image.Title)}{(image.InFigure ? " figure" : "")}}}}}",
        LabelSlot label => $"{{{{label {label.Kind} {label.Number}}}}}",
        StringSlot text => $"{{{{string {text.Key}}}}}",
        ReferenceListSlot => "{{refs}}",
        _ => throw new ArgumentOutOfRangeException(nameof(slot)),
    };

    private static string Print(Cite cite)
    {
        var text = new StringBuilder();
        text.Append(cite.Prefix.Length == 0 ? "" : $"prefix=\"{cite.Prefix}\" ");
        text.Append(cite.Mode switch { CiteMode.InText => "in-text ", CiteMode.SuppressAuthor => "-", _ => "" });
        text.Append(cite.Key).Append(Value("locator", cite.Locator));
        return text.Append(cite.Suffix.Length == 0 ? "" : Value("suffix", cite.Suffix)).ToString();
    }

    private static string Value(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";

    [GeneratedRegex("\uFDD0([0-9]+)\uFDD1")]
    private static partial Regex Mark();
}
