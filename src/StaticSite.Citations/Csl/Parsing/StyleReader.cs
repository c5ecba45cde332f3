using System.Collections.Immutable;
using System.Xml.Linq;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>A style file as a whole.</summary>
internal static class StyleReader
{
    public static CslStyle? Read(string xml, ImmutableArray<CslDiagnostic>.Builder diagnostics)
    {
        if (XmlSource.Read(xml, diagnostics) is not { } root)
        {
            return null;
        }

        if (FindRefusal(root) is { } refusal)
        {
            diagnostics.Add(XmlSource.At(root, true, refusal));
            return null;
        }

        var attributes = new Attributes(diagnostics);
        var macros = new MacroTable(root, diagnostics);
        if (!macros.Check(root))
        {
            return null;
        }

        var elements = new ElementReader(attributes, macros);
        macros.ReadAll(elements);
        var areas = new AreaReader(attributes, elements, macros);
        var bibliography = Child(root, "bibliography");
        var style = new CslStyle(
            ReadOptions(attributes, root),
            areas.Read(Child(root, "citation")!),
            areas.ReadCitationOptions(Child(root, "citation")!),
            bibliography is null ? null : areas.Read(bibliography),
            bibliography is null ? new() : areas.ReadBibliographyOptions(bibliography),
            [.. root.Elements().Where(child => child.Name.LocalName == "locale").Select(locale => LocaleReader.Read(attributes, locale))])
        {
            Id = InfoText(root, "id"),
            Title = InfoText(root, "title"),
            UsesYearSuffixVariable = root.Descendants().Any(element => element.Name.LocalName == "text" && Attributes.Text(element, "variable") == "year-suffix"),
            UsesDisambiguateCondition = root.Descendants().Any(element => element.Name.LocalName is "if" or "else-if" && element.Attribute("disambiguate") is not null),
        };
        return diagnostics.Any(diagnostic => diagnostic.IsError) ? null : style;
    }

    private static string? FindRefusal(XElement root)
    {
        if (root.Name.LocalName != "style")
        {
            return $"This is no CSL style: its first element is '{root.Name.LocalName}', not 'style'.";
        }

        if (Child(root, "info")?.Elements().FirstOrDefault(IsParentLink) is { } link)
        {
            return $"This is a dependent style: it holds nothing but a reference to '{Attributes.Text(link, "href")}'. Use that one.";
        }

        return Child(root, "citation") is null
            ? "This style has no citation element."
            : null;
    }

    private static bool IsParentLink(XElement element) =>
        element.Name.LocalName == "link" && Attributes.Text(element, "rel") == "independent-parent";

    private static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string InfoText(XElement root, string name) =>
        Child(root, "info") is { } info && Child(info, name) is { } element ? element.Value.Trim() : "";

    private static StyleOptions ReadOptions(Attributes attributes, XElement root) => new()
    {
        IsNote = Attributes.Text(root, "class") == "note",
        DefaultLocale = Attributes.Text(root, "default-locale") is { Length: > 0 } locale ? locale.Trim() : null,
        InitializeWithHyphen = attributes.Bool(root, "initialize-with-hyphen") ?? true,
        PageRangeFormat = attributes.Choice(
            root,
            "page-range-format",
            ("expanded", PageRangeFormat.Expanded),
            ("minimal", PageRangeFormat.Minimal),
            ("minimal-two", PageRangeFormat.MinimalTwo),
            ("chicago", PageRangeFormat.Chicago15),
            ("chicago-15", PageRangeFormat.Chicago15),
            ("chicago-16", PageRangeFormat.Chicago16)) ?? PageRangeFormat.None,
        DemoteNonDroppingParticle = attributes.Choice(
            root,
            "demote-non-dropping-particle",
            ("display-and-sort", Demote.DisplayAndSort),
            ("sort-only", Demote.SortOnly),
            ("never", Demote.Never)) ?? Demote.DisplayAndSort,
        Names = NameOptionsReader.Inheritable(attributes, root),
    };
}
