using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Model;

/// <summary>The address that opens a file in an editor.</summary>
/// <param name="Template">With <c>{path}</c>, and <c>{line}</c> and <c>{column}</c> where the editor takes them.</param>
public sealed partial record EditorLink(string Template)
{
    private const string PathMark = "{path}", LineMark = "{line}", ColumnMark = "{column}";

    /// <summary>A page that shows such a link would run what it says.</summary>
    private static readonly FrozenSet<string> s_refusedSchemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "javascript", "data", "vbscript");

    public static EditorLink Default { get; } = new("vscode://file/{path}:{line}:{column}");

    /// <param name="line">Counted from 1, as is the column.</param>
    public string For(string fullPath, int line, int column) => MarkPattern().Replace(Template, mark => mark.Value switch
    {
        PathMark => Escaped(fullPath, hasSlash: SlashesBefore(mark.Index) % 2 == 1),
        LineMark => line.ToString(CultureInfo.InvariantCulture),
        ColumnMark => column.ToString(CultureInfo.InvariantCulture),
        _ => mark.Value,
    });

    /// <summary>Why this cannot be a template, as the end of a sentence that starts with it; null where it can.</summary>
    public static string? FindProblem(string template)
    {
        if (!template.Contains(PathMark, StringComparison.Ordinal))
        {
            return "has no {path}";
        }

        if (MarkPattern().Matches(template).FirstOrDefault(mark => mark.Value is not (PathMark or LineMark or ColumnMark)) is { } unknown)
        {
            return $"holds {unknown.Value}, which is none of {{path}}, {{line}} and {{column}}";
        }

        var scheme = SchemePattern().Match(template).Groups[1].Value;
        return scheme.Length == 0 ? "does not start with the name of a program and ':'"
            : s_refusedSchemes.Contains(scheme) ? $"starts with '{scheme}:', which runs what it says"
            : template.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '<' or '>') || !Uri.TryCreate(new EditorLink(template).For("/file", 1, 1), UriKind.Absolute, out _) ? "is no address"
            : null;
    }

    /// <summary>
    /// Each part is escaped. A slash that the template has already is not doubled: <c>//file//home</c> would name a computer. Behind
    /// <c>file://</c> it belongs to the path.
    /// </summary>
    private static string Escaped(string fullPath, bool hasSlash)
    {
        var parts = fullPath.Replace('\\', '/').Split('/').Select((part, index) => index == 0 && part is [_, ':'] ? part : Uri.EscapeDataString(part));
        var escaped = string.Join('/', parts);
        return hasSlash ? escaped.TrimStart('/') : escaped;
    }

    private int SlashesBefore(int index) => index - Template.AsSpan(0, index).TrimEnd('/').Length;

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.CultureInvariant)]
    private static partial Regex SchemePattern();
}
