using StaticSite.Citations.Csl;
using StaticSite.Citations.Csl.Output;

namespace StaticSite.Citations.Tests.Csl;

/// <summary>Small styles, and documents formatted by them.</summary>
internal static class TestStyle
{
    public static string Xml(string layout, string before = "", string citation = "", string style = "class=\"in-text\"", bool list = true) =>
        $"""
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" {style}>
        {before}
        <citation {citation}><layout delimiter="; ">{layout}</layout></citation>
        {(list ? $"<bibliography><layout>{layout}</layout></bibliography>" : "")}
        </style>
        """;

    public static CslStyle Parse(string xml)
    {
        var result = CslStyle.Parse(xml);
        Assert.Equal([], result.Diagnostics);
        return result.Style!;
    }

    /// <summary>The only entry of a list, as text.</summary>
    public static string Entry(string layout, Item item, string language = "en-US", string before = "") =>
        new CitationProcessor(Parse(Xml(layout, before)), language).Format([item], []).Bibliography!.Entries.Single().Text;

    public static string EntryHtml(string layout, Item item) =>
        new CitationProcessor(Parse(Xml(layout))).Format([item], []).Bibliography!.Entries.Single().Html;

    public static Item Book(string id = "a", params (string Name, string Value)[] fields) => new(id, "book")
    {
        Fields = ItemVariables.Of(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    };

    public static Item By(this Item item, params Name[] authors) => item with { Names = item.Names.SetItem("author", [.. authors]) };

    public static Item In(this Item item, params int[] date) => item with { Dates = item.Dates.SetItem("issued", new([[.. date]])) };

    public static CslDocument Format(CslStyle style, IReadOnlyList<Item> items, params CiteCluster[] clusters) =>
        new CitationProcessor(style, "en-US", null, OutputFormat.Html).Format(items, clusters);
}
