using System.Xml.Linq;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>Name options stand on cs:name under their own names, and on the elements above it under names that say "name".</summary>
internal static class NameOptionsReader
{
    public static NameOptions OfName(Attributes attributes, XElement element) =>
        Shared(attributes, element, "form", "delimiter") with { NamesDelimiter = null };

    public static NameOptions Inheritable(Attributes attributes, XElement element)
    {
        var options = Shared(attributes, element, "name-form", "name-delimiter");
        return options == NameOptions.Empty ? NameOptions.Empty : options;
    }

    public static NameOptions OfSortKey(Attributes attributes, XElement element) => new()
    {
        EtAlMin = attributes.Number(element, "names-min"),
        EtAlUseFirst = attributes.Number(element, "names-use-first"),
        EtAlUseLast = attributes.Bool(element, "names-use-last"),
    };

    private static NameOptions Shared(Attributes attributes, XElement element, string form, string delimiter) => new()
    {
        And = attributes.Choice(element, "and", ("text", NameAnd.Text), ("symbol", NameAnd.Symbol)),
        Delimiter = Attributes.Text(element, delimiter),
        DelimiterPrecedesEtAl = Precedes(attributes, element, "delimiter-precedes-et-al"),
        DelimiterPrecedesLast = Precedes(attributes, element, "delimiter-precedes-last"),
        EtAlMin = attributes.Number(element, "et-al-min"),
        EtAlUseFirst = attributes.Number(element, "et-al-use-first"),
        EtAlSubsequentMin = attributes.Number(element, "et-al-subsequent-min"),
        EtAlSubsequentUseFirst = attributes.Number(element, "et-al-subsequent-use-first"),
        EtAlUseLast = attributes.Bool(element, "et-al-use-last"),
        Form = attributes.Choice(element, form, ("long", NameForm.Long), ("short", NameForm.Short), ("count", NameForm.Count)),
        Initialize = attributes.Bool(element, "initialize"),
        InitializeWith = Attributes.Text(element, "initialize-with"),
        NameAsSortOrder = attributes.Choice(element, "name-as-sort-order", ("first", SortOrder.First), ("all", SortOrder.All)),
        SortSeparator = Attributes.Text(element, "sort-separator"),
        NamesDelimiter = Attributes.Text(element, "names-delimiter"),
    };

    private static Precedes? Precedes(Attributes attributes, XElement element, string name) => attributes.Choice(
        element,
        name,
        ("contextual", Style.Precedes.Contextual),
        ("after-inverted-name", Style.Precedes.AfterInvertedName),
        ("always", Style.Precedes.Always),
        ("never", Style.Precedes.Never));
}
