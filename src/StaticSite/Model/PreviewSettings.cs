namespace StaticSite.Model;

/// <summary>The part <c>preview</c> of site.yml.</summary>
public sealed record PreviewSettings
{
    public EditorLink Editor { get; init; } = EditorLink.Default;
}
