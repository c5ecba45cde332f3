namespace StaticSite.Citations.Formats.BibTex;

/// <summary>A field as it is written, macros replaced, LaTeX not yet read. Inherited fields are shared, so that a text is decoded once.</summary>
/// <param name="Start">Where the value stands, without the braces or quotation marks around it.</param>
internal sealed record RawField(string Name, string Value, int Start, int Length)
{
    public string? Decoded { get; set; }
}

/// <summary>An entry before anything is known of its meaning. Names of types and fields are in lower case.</summary>
internal sealed class RawEntry(string type, int typeStart)
{
    public string Type { get; } = type;
    public int TypeStart { get; } = typeStart;
    public string Key { get; set; } = "";
    public int KeyStart { get; set; }
    public Dictionary<string, RawField> Fields { get; } = new(StringComparer.Ordinal);

    public RawField? Find(string name) => Fields.TryGetValue(name, out var field) ? field : null;
}
