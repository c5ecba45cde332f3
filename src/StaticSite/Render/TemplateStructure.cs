using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>Whether the tags of one file fit together.</summary>
internal static class TemplateStructure
{
    /// <summary>The file's tags; null where they do not fit together, which is reported.</summary>
    public static TemplateTag[]? Resolve(SourceFile file, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var before = diagnostics.Count;
        var tags = TemplateText.Parse(file, out var unclosed);
        if (unclosed is { } place)
        {
            diagnostics.Add(RenderDiagnostics.TemplateTagUnclosed(place));
            return null;
        }

        var open = new Stack<TemplateTag>();
        foreach (var tag in tags)
        {
            Resolve(tag, open, diagnostics);
        }

        foreach (var tag in open)
        {
            diagnostics.Add(RenderDiagnostics.TemplateBlockUnclosed(tag.Words[0].Text, tag.Where));
        }

        return diagnostics.Count == before ? tags : null;
    }

    private static void Resolve(TemplateTag tag, Stack<TemplateTag> open, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (tag.IsUnquoted)
        {
            diagnostics.Add(RenderDiagnostics.UnquotedAttribute(tag.Where));
        }

        switch (tag.Kind)
        {
            case TagKind.Else:
                if (open.Count == 0)
                {
                    diagnostics.Add(RenderDiagnostics.TemplateBlockMismatch("else", null, tag.Where));
                }

                break;
            case var _ when tag.Words.IsEmpty:
                diagnostics.Add(RenderDiagnostics.TemplateTagEmpty(tag.Where));
                break;
            case TagKind.Open or TagKind.OpenPartial:
                open.Push(tag);
                break;
            case TagKind.Close when open.TryPop(out var opened):
                if (opened.Words[0].Text != tag.Words[0].Text)
                {
                    diagnostics.Add(RenderDiagnostics.TemplateBlockMismatch(tag.Words[0].Text, opened.Words[0].Text, tag.Where));
                }

                break;
            case TagKind.Close:
                diagnostics.Add(RenderDiagnostics.TemplateBlockMismatch(tag.Words[0].Text, null, tag.Where));
                break;
        }
    }
}
