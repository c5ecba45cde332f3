using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>To which figure, table or section does a cross-reference lead?</summary>
internal sealed class CrossReferences(PageScope scope)
{
    private readonly ImmutableArray<Numbered> _numbered = scope.Details.Numbered;

    public CrossReferenceTarget Resolve(CrossReferenceSlot slot) => slot.Id is { } id ? ById(slot, id) : ByNumber(slot);

    private CrossReferenceTarget ById(CrossReferenceSlot slot, string id)
    {
        if (_numbered.FirstOrDefault(one => one.Id == id) is { } found)
        {
            return new(found.Kind, found.Id, found.Number);
        }

        scope.Diagnostics.Add(LinkDiagnostics.CrossReferenceNotFound(slot, id, Nearest.Find(id, _numbered.Select(one => one.Id))));
        return new(slot.Kind, null, slot.Number ?? "");
    }

    /// <summary>The words 图3a lead to figure 3: a letter names a part of a figure.</summary>
    private CrossReferenceTarget ByNumber(CrossReferenceSlot slot)
    {
        var number = slot.Number ?? "";
        var whole = number.TrimEnd([.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
        var found = _numbered.FirstOrDefault(one => one.Kind == slot.Kind && one.Number == number)
            ?? _numbered.FirstOrDefault(one => one.Kind == slot.Kind && one.Number == whole);
        if (found is null)
        {
            scope.Diagnostics.Add(LinkDiagnostics.NumberNotFound(slot, number, _numbered.Count(one => one.Kind == slot.Kind)));
        }

        return new(slot.Kind, found?.Id, number);
    }
}
