using Markdig.Syntax.Inlines;
using StaticSite.Model;

namespace StaticSite.Parse.Syntax.CrossReferences;

/// <summary><c>@fig-id</c>, <c>@tbl-id</c>, <c>@sec-id</c>.</summary>
internal sealed class CrossReferenceInline(CrossReferenceKind kind, string id) : LeafInline
{
    public CrossReferenceKind Kind { get; } = kind;

    public string Id { get; } = id;

    /// <summary>The kind that an id announces; null for other ids, which are citation keys.</summary>
    public static CrossReferenceKind? KindOf(string id) =>
        id.StartsWith("fig-", StringComparison.Ordinal) ? CrossReferenceKind.Figure
        : id.StartsWith("tbl-", StringComparison.Ordinal) ? CrossReferenceKind.Table
        : id.StartsWith("sec-", StringComparison.Ordinal) ? CrossReferenceKind.Section
        : null;
}

internal sealed class CrossReferenceRenderer : SlotRenderer<CrossReferenceInline>
{
    protected override void Write(SlotHtmlRenderer renderer, CrossReferenceInline obj)
    {
        if (renderer.IsPlain || renderer.IsInLink)
        {
            renderer.Words("@" + obj.Id);
            return;
        }

        renderer.Slot(new CrossReferenceSlot(renderer.Page.Span(obj.Span), obj.Kind, obj.Id, null, null));
    }
}
