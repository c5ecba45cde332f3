using System.Globalization;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Tests.Support;

/// <summary>Diagnostics as lines to compare: place, code, message, the text that is meant, hint and notes.</summary>
internal static class DiagnosticText
{
    public static string Print(IEnumerable<Diagnostic> diagnostics, params SourceFile[] sources)
    {
        var printed = new StringBuilder();
        foreach (var one in diagnostics.OrderBy(one => one.Where.Path, StringComparer.Ordinal).ThenBy(one => one.Where.Start).ThenBy(one => one.Code, StringComparer.Ordinal))
        {
            printed.Append(CultureInfo.InvariantCulture, $"{Place(one.Where, sources)}: {one.Severity.ToString().ToLowerInvariant()} {one.Code}: {one.Message}\n");
            if (one.Where.Length > 0 && Find(one.Where, sources) is { } source)
            {
                printed.Append(CultureInfo.InvariantCulture, $"  > {Visible(source.Text.Substring(one.Where.Start, one.Where.Length))}\n");
            }

            if (one.Hint is not null)
            {
                printed.Append(CultureInfo.InvariantCulture, $"  hint: {one.Hint}\n");
            }

            foreach (var note in one.Notes)
            {
                printed.Append(CultureInfo.InvariantCulture, $"  note: {Place(note.Where, sources)}: {note.Message}\n");
            }
        }

        return printed.ToString();
    }

    private static string Place(SourceSpan where, SourceFile[] sources)
    {
        if (Find(where, sources) is not { } source)
        {
            return where.Path;
        }

        var before = source.Text[..where.Start].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return $"{where.Path}:{before.Count(c => c == '\n') + 1}:{before.Length - before.LastIndexOf('\n')}";
    }

    private static SourceFile? Find(SourceSpan where, SourceFile[] sources) => sources.FirstOrDefault(source => source.Path == where.Path);

    private static string Visible(string text) =>
        text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
